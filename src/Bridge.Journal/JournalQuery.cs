namespace Bridge.Journal;

/// <summary>Which entries to read; null does not restrict. Page on by giving the last sequence of the page before.</summary>
/// <param name="After">Only entries with a higher sequence.</param>
/// <param name="Before">Only entries with a lower sequence.</param>
/// <param name="From">Only entries that happened at or after.</param>
/// <param name="Until">Only entries that happened before.</param>
/// <param name="NewestFirst">Newest first, otherwise oldest first.</param>
public sealed record JournalQuery(
    long? After = null,
    long? Before = null,
    string? Door = null,
    string? Correlation = null,
    string? Kind = null,
    EntryOrigin? Origin = null,
    bool NewestFirst = false,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null);
