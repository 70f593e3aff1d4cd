namespace Bridge.Journal;

/// <summary>A waiting message. <paramref name="Id"/> grows in commit order and is never reused.</summary>
public sealed record OutboxMessage(long Id, OutboxDraft Draft, DateTimeOffset EnqueuedAt);
