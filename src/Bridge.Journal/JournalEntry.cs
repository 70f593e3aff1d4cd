namespace Bridge.Journal;

/// <summary>One row to append. Carries ids, never people.</summary>
/// <param name="Kind">What it is, in one word, for example <c>CredentialPresented</c>.</param>
/// <param name="Origin">An input of the policy, or an event that it decided.</param>
/// <param name="OccurredAt">The label people read.</param>
/// <param name="Elapsed">The engine's own time line; never goes back within a journal.</param>
/// <param name="Body">Canonical JSON: sorted or declared order, no whitespace. Exactly these bytes are chained.</param>
/// <param name="Unjournalled">The entry was held in memory while the disk failed and is written late.</param>
public sealed record JournalEntry(
    EntryOrigin Origin,
    string Kind,
    DateTimeOffset OccurredAt,
    TimeSpan Elapsed,
    string? Door,
    string? Correlation,
    string Body,
    bool Unjournalled);
