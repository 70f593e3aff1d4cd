using Bridge.Journal.Records;

namespace Bridge.Journal;

/// <summary>Everything that one turn of the engine remembers; all of it or nothing.</summary>
/// <param name="Entries">Appended in this order; the first gets sequence Head.Sequence + 1.</param>
/// <param name="Snapshot">The state after the last entry, when the host wants one kept. It is followed by one more entry that chains its digest.</param>
public sealed record JournalBatch(IReadOnlyList<JournalEntry> Entries, IReadOnlyList<OutboxDraft> Outbox, string? Snapshot)
{
    /// <summary>Messages that need not be told again, in the same commit; null for none.</summary>
    public DeliveredThrough? Delivered { get; init; }

    /// <summary>New records of the kept forms.</summary>
    public IReadOnlyList<RecordDraft> Records { get; init; } = [];

    /// <summary>Completions and amendments, also of this batch's records.</summary>
    public IReadOnlyList<RecordChange> RecordChanges { get; init; } = [];

    /// <summary>The sealed rows that the records name.</summary>
    public IReadOnlyList<SealedPerson> People { get; init; } = [];
}
