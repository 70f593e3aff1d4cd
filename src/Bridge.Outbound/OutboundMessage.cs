namespace Bridge.Outbound;

/// <summary>A durable event for the outside: QoS 1, not retained, delivered at least once and in order.</summary>
/// <param name="Id">The caller's id of the row; grows in commit order. The channel only hands it back in reasons.</param>
public sealed record OutboundMessage(long Id, string Topic, ReadOnlyMemory<byte> Payload, string ContentType);
