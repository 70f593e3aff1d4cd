using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Bridge.Outbound.Mqtt;

/// <summary>
/// A broker inside the bridge, on 127.0.0.1. Everybody on the machine may read; only the bridge may publish, known by a password made up
/// at every start. It keeps sessions and retained messages in memory only: after a restart the bridge publishes its states again.
/// </summary>
public sealed class EmbeddedBroker : IAsyncDisposable
{
    /// <summary>Per subscriber that is away or slow; MQTTnet's own 1000 is gone in a minute of alarm.</summary>
    private const int MaximumQueued = 100_000;
    /// <summary>Readers, those included that are away and have messages kept: each may hold <see cref="MaximumQueued"/> of them.</summary>
    public const int MaximumReaders = 32;

    /// <summary>Whoever connects and says nothing is not kept longer.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private const string BridgeUser = "bridge";
    private readonly MqttServer _server;
    private readonly byte[] _password;
    private readonly string _bridgeClientId;

    private EmbeddedBroker(MqttServer server, int port, string bridgeClientId, byte[] password)
    {
        _server = server;
        Port = port;
        _bridgeClientId = bridgeClientId;
        _password = password;
    }

    /// <summary>The port that it really listens on.</summary>
    public int Port { get; }

    public static async ValueTask<EmbeddedBrokerStart> StartAsync(EmbeddedBrokerOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int port = options.Port == 0 ? FreePort() : options.Port;
        MqttServerFactory factory = new();
        MqttServerOptions built = factory.CreateServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithDefaultEndpointPort(port)
            .WithPersistentSessions()
            .WithMaxPendingMessagesPerClient(MaximumQueued)
            .WithConnectionBacklog(MaximumReaders)
            .WithDefaultCommunicationTimeout(Silence)
            .Build();
        byte[] password = Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        EmbeddedBroker broker = new(factory.CreateMqttServer(built), port, options.BridgeClientId, password);
        broker._server.ValidatingConnectionAsync += broker.OnConnectingAsync;
        broker._server.InterceptingPublishAsync += broker.OnPublishAsync;
        try
        {
            await broker._server.StartAsync();
            return new EmbeddedBrokerStart.Running(broker);
        }
        catch (SocketException exception)
        {
            broker._server.Dispose();
            return new EmbeddedBrokerStart.Failed(string.Create(
                CultureInfo.InvariantCulture, $"the embedded broker cannot listen on 127.0.0.1:{port}: {exception.Message}"));
        }
    }

    /// <summary>The given options, pointed at this broker, with the password of this start.</summary>
    public MqttOptions Address(MqttOptions options) => options with
    {
        ClientId = _bridgeClientId,
        Host = "127.0.0.1",
        Port = Port,
        Tls = false,
        UserName = BridgeUser,
        Password = Encoding.ASCII.GetString(_password),
    };

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new MqttServerStopOptions());
        _server.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>
    /// Whoever uses the bridge's client id without its password would throw the bridge out and speak in its name. Others are welcome as long as
    /// there is room; the bridge itself always finds some.
    /// </summary>
    private async Task OnConnectingAsync(ValidatingConnectionEventArgs connecting)
    {
        if (connecting.ClientId == _bridgeClientId)
        {
            bool known = connecting.UserName == BridgeUser
                && CryptographicOperations.FixedTimeEquals(connecting.RawPassword ?? [], _password);
            connecting.ReasonCode = known ? MqttConnectReasonCode.Success : MqttConnectReasonCode.BadUserNameOrPassword;
            return;
        }

        IList<MqttSessionStatus> sessions = await _server.GetSessionsAsync();
        if (sessions.Count(session => session.Id != _bridgeClientId && session.Id != connecting.ClientId) >= MaximumReaders)
        {
            connecting.ReasonCode = MqttConnectReasonCode.QuotaExceeded;
        }
    }

    private Task OnPublishAsync(InterceptingPublishEventArgs publishing)
    {
        if (publishing.ClientId != _bridgeClientId)
        {
            publishing.ProcessPublish = false;
            publishing.Response.ReasonCode = MqttPubAckReasonCode.NotAuthorized;
        }

        return Task.CompletedTask;
    }
}
