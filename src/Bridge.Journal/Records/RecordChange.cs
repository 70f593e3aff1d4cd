namespace Bridge.Journal.Records;

/// <summary>A further row of a record; the original stays.</summary>
/// <param name="Sequence">The sequence of the journal entry that tells of it.</param>
/// <param name="Fields">What is different now.</param>
public sealed record RecordChange(
    RecordNumber Number, long Sequence, RecordChangeKind Kind, string Author, DateTimeOffset At, RecordFields Fields)
{
    /// <summary>A code. A reason in words may name somebody: it goes into the sealed row.</summary>
    public string? Reason { get; init; }

    /// <summary>The sheet of paper that stood for the record, when it could not be stored in time.</summary>
    public string? PaperSheet { get; init; }
}
