using Bridge.Outbound.Mqtt;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>The product's own broker under the contract.</summary>
public sealed class EmbeddedTestBroker(EmbeddedBroker broker) : ITestBroker
{
    public int Port => broker.Port;

    public static async Task<EmbeddedTestBroker> StartAsync(string site, CancellationToken cancellationToken)
    {
        EmbeddedBrokerStart start = await EmbeddedBroker.StartAsync(new(0, "bridge-" + site), cancellationToken);
        return new(Assert.IsType<EmbeddedBrokerStart.Running>(start).Broker);
    }

    public MqttOptions Bridge(string site) =>
        broker.Address(new() { ClientId = "bridge-" + site, WillTopic = MqttTopics.BridgeAvailability(site) });

    public ValueTask DisposeAsync() => broker.DisposeAsync();
}
