namespace Bridge.Journal;

/// <param name="Waiting">Not yet taken by the outside.</param>
/// <param name="Parked">Refused by the outside for good and set aside.</param>
/// <param name="Oldest">When the oldest waiting message was written; null when none waits.</param>
public sealed record OutboxBacklog(long Waiting, long Parked, DateTimeOffset? Oldest);
