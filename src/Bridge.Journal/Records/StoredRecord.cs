namespace Bridge.Journal.Records;

/// <summary>A record with everything that was written to it.</summary>
/// <param name="Original">As it was first written.</param>
/// <param name="Changes">In the order in which they were written.</param>
public sealed record StoredRecord(RecordDraft Original, IReadOnlyList<RecordChange> Changes)
{
    /// <summary>Its place in the order of writing; <see cref="RecordQuery.After"/> goes on behind it.</summary>
    public long Place { get; init; }

    public RecordNumber Number => Original.Number;

    /// <summary>What holds now.</summary>
    public RecordFields Current => Changes.Aggregate(Original.Fields, (fields, change) => fields.With(change.Fields));
}
