using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>A consumer that writes down what it gets.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly ConcurrentQueue<ReceivedMessage> _received = new();
    private readonly string _clientId = "reader-" + Guid.NewGuid().ToString("N");

    public IReadOnlyList<ReceivedMessage> Received => [.. _received];

    public int Count => _received.Count;

    /// <summary>Adds credentials or TLS where the broker asks for them.</summary>
    public Func<MqttClientOptionsBuilder, MqttClientOptionsBuilder> Adjust { get; init; } = builder => builder;

    public static Task<Subscriber> StartAsync(ITestBroker broker, string filter, CancellationToken cancellationToken) =>
        StartAsync(broker, filter, builder => builder, cancellationToken);

    public static async Task<Subscriber> StartAsync(
        ITestBroker broker, string filter, Func<MqttClientOptionsBuilder, MqttClientOptionsBuilder> adjust, CancellationToken cancellationToken)
    {
        Subscriber subscriber = new() { Adjust = adjust };
        subscriber._client.ApplicationMessageReceivedAsync += subscriber.OnReceivedAsync;
        await subscriber.ConnectAsync(broker, filter, cancellationToken);
        return subscriber;
    }

    /// <summary>The session outlives the connection, so that nothing is missed in between (where the broker keeps its word).</summary>
    public async Task ConnectAsync(ITestBroker broker, string filter, CancellationToken cancellationToken)
    {
        MqttClientOptions options = Adjust(new MqttClientOptionsBuilder()).WithTcpServer("127.0.0.1", broker.Port).WithClientId(_clientId)
            .WithProtocolVersion(MqttProtocolVersion.V500).WithCleanStart(false).WithSessionExpiryInterval(3600).Build();
        MqttClientConnectResult result = await _client.ConnectAsync(options, cancellationToken);
        Assert.Equal(MqttClientConnectResultCode.Success, result.ResultCode);
        await _client.SubscribeAsync(filter, MqttQualityOfServiceLevel.AtLeastOnce, cancellationToken);
    }

    /// <summary>After the broker has been away. MQTTnet takes a moment to notice.</summary>
    public async Task ReconnectAsync(ITestBroker broker, string filter, CancellationToken cancellationToken)
    {
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(10));
        while (_client.IsConnected)
        {
            await pause.WaitForNextTickAsync(cancellationToken);
        }

        await ConnectAsync(broker, filter, cancellationToken);
    }

    /// <summary>Goes, but wants its messages kept.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) =>
        _client.DisconnectAsync(new MqttClientDisconnectOptions { SessionExpiryInterval = 3600 }, cancellationToken);

    public async Task WaitAsync(Func<IReadOnlyList<ReceivedMessage>, bool> enough, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(10));
        while (!enough(Received))
        {
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    public Task WaitForCountAsync(int count, CancellationToken cancellationToken) => WaitAsync(_ => Count >= count, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            await _client.DisconnectAsync();
        }

        _client.Dispose();
    }

    private Task OnReceivedAsync(MqttApplicationMessageReceivedEventArgs received)
    {
        MqttApplicationMessage message = received.ApplicationMessage;
        _received.Enqueue(new(message.Topic, Encoding.UTF8.GetString(message.Payload.ToArray()), message.Retain, message.ContentType) { Repeated = message.Dup });
        return Task.CompletedTask;
    }
}
