namespace Bridge.Outbound.Mqtt;

/// <summary>One thing that is known about a door, and since when.</summary>
/// <param name="State">One of the words that <see cref="DoorStatePayload"/> lists for this aspect.</param>
/// <param name="ChangedAt">When it became so; null when it was never learned.</param>
public sealed record DoorAspect(string State, DateTimeOffset? ChangedAt);
