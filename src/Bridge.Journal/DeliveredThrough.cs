namespace Bridge.Journal;

/// <summary>The outside has taken every message of a channel up to and including this id (parked ones stay parked).</summary>
public sealed record DeliveredThrough(string Channel, long Id);
