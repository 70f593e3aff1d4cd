namespace Bridge.Host.Configuration;

/// <param name="Keep">How long an entry is kept at least, 30 to 3650 days. Older ones are deleted once a day.</param>
public sealed record JournalSettings(TimeSpan Keep);
