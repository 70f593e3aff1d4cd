namespace Bridge.Journal.Records;

/// <summary>A wish for erasure that waits for somebody to carry it out. Ids alone.</summary>
/// <param name="Ground">A code.</param>
/// <param name="AskedBy">The account.</param>
public sealed record StoredWish(string Id, IReadOnlyList<RecordNumber> Records, string Ground, string AskedBy, DateTimeOffset AskedAt);
