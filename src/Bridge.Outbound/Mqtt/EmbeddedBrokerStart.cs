namespace Bridge.Outbound.Mqtt;

/// <summary>What became of starting the embedded broker.</summary>
public abstract record EmbeddedBrokerStart
{
    private EmbeddedBrokerStart()
    {
    }

    public sealed record Running(EmbeddedBroker Broker) : EmbeddedBrokerStart;

    /// <summary>The port is taken, or may not be opened.</summary>
    public sealed record Failed(string Reason) : EmbeddedBrokerStart;
}
