namespace Bridge.Outbound;

/// <summary>The latest state of something: QoS 1, retained, the last one wins. An empty payload clears what the broker keeps.</summary>
public sealed record RetainedState(string Topic, ReadOnlyMemory<byte> Payload, string ContentType);
