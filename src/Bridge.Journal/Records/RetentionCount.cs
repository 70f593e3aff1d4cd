namespace Bridge.Journal.Records;

/// <summary>What there is of one class of people.</summary>
/// <param name="Restricted">Of them kept for a law or an open matter.</param>
/// <param name="Oldest">When the time of the oldest that is not restricted began; null when there is none.</param>
public sealed record RetentionCount(RetentionClass Class, int Rows, int Restricted, DateTimeOffset? Oldest);
