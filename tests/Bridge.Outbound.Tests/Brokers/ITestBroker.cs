using Bridge.Outbound.Mqtt;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>A running broker of whatever make, on the loopback.</summary>
public interface ITestBroker : IAsyncDisposable
{
    int Port { get; }

    /// <summary>Options with which the bridge gets in.</summary>
    MqttOptions Bridge(string site);
}
