namespace Bridge.Outbound.Mqtt;

/// <summary>A broker inside the bridge, for one machine: it listens on 127.0.0.1 only.</summary>
/// <param name="Port">0 takes a free port.</param>
/// <param name="BridgeClientId">The only client that may publish.</param>
public sealed record EmbeddedBrokerOptions(int Port, string BridgeClientId);
