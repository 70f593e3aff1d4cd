namespace Bridge.Journal;

/// <summary>A message that the outside refused for good, with the reason, for a person to look at.</summary>
public sealed record ParkedMessage(OutboxMessage Message, string Reason, DateTimeOffset ParkedAt);
