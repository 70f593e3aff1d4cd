using Bridge.Host.Configuration;
using Bridge.Outbound.Mqtt;
using Microsoft.Extensions.Logging;

namespace Bridge.Host;

/// <summary>The channel to the broker of the site file: one of its own on loopback, or any MQTT 5 broker.</summary>
public sealed class BrokerChoice(MqttChannel channel, EmbeddedBroker? embedded) : IAsyncDisposable
{
    public MqttChannel Channel => channel;

    /// <summary>Null when the embedded broker could not start; the reason is in the log.</summary>
    public static async Task<BrokerChoice?> StartAsync(SiteConfiguration configuration, ILogger log, CancellationToken cancellationToken)
    {
        var settings = configuration.Mqtt;
        var options = new MqttOptions
        {
            ClientId = $"accessbridge-{configuration.Site}",
            WillTopic = MqttTopics.BridgeAvailability(configuration.Site),
            MaxInFlight = settings.MaxInFlight,
            Host = settings.Host,
            Port = settings.Port,
            Tls = settings.Tls,
            CaFile = settings.CaFile,
            CertificateFile = settings.CertificateFile,
            KeyFile = settings.KeyFile,
            UserName = settings.UserName,
            PasswordFile = settings.PasswordFile,
        };
        if (!settings.Embedded)
        {
            return new BrokerChoice(new MqttChannel(options, TimeProvider.System), null);
        }

        switch (await EmbeddedBroker.StartAsync(new EmbeddedBrokerOptions(settings.Port, options.ClientId), cancellationToken))
        {
            case EmbeddedBrokerStart.Running { Broker: var broker }:
                log.LogInformation("Embedded broker on 127.0.0.1:{Port}", broker.Port);
                return new BrokerChoice(new MqttChannel(broker.Address(options), TimeProvider.System), broker);
            case EmbeddedBrokerStart.Failed failed:
                log.LogCritical("The embedded broker cannot start: {Reason}", failed.Reason);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }
    }
}
