namespace Bridge.Journal.Records;

/// <summary>A record as it is first written, in the commit of the entry that names it.</summary>
/// <param name="Number">The next of its form and month: a gap or a number given before is refused.</param>
/// <param name="Sequence">The sequence of the journal entry that names it.</param>
/// <param name="Case">The case at the door that it came from.</param>
/// <param name="Author">The account that answers for it.</param>
/// <param name="Fields">At least a category.</param>
public sealed record RecordDraft(
    RecordNumber Number, long Sequence, string Lobby, string? Case, string Author, DateTimeOffset CreatedAt, RecordFields Fields)
{
    public string? Shift { get; init; }

    /// <summary>Written after the time that the procedure gives for it.</summary>
    public bool Late { get; init; }

    /// <summary>The sheet that it was copied from, when the desk wrote on paper meanwhile.</summary>
    public string? PaperSheet { get; init; }

    /// <summary>Whose limit of time the row itself has; what is sealed has its own.</summary>
    public RetentionClass Retention { get; init; } = RetentionClass.Skeleton;
}
