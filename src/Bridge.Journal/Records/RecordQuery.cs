namespace Bridge.Journal.Records;

/// <summary>Which records. What is null does not matter.</summary>
/// <param name="From">Written at or after.</param>
/// <param name="Until">Written before.</param>
/// <param name="Category">As it is now.</param>
/// <param name="After">Only records that come after this place in the order that is asked for; for the next page.</param>
/// <param name="NewestFirst">Newest first, otherwise oldest first.</param>
public sealed record RecordQuery(
    RecordForm? Form = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    string? Category = null,
    string? Lobby = null,
    string? Case = null,
    string? Household = null,
    long? After = null,
    bool NewestFirst = false);
