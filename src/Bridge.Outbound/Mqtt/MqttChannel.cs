using System.Buffers;
using MQTTnet;
using MQTTnet.Protocol;

namespace Bridge.Outbound.Mqtt;

/// <summary>
/// MQTT 5 (OASIS, 7 March 2019). It never subscribes, so nothing can be commanded through it. The broker's word that it took a message
/// is no promise that it keeps it: replay comes from the journal.
/// </summary>
public sealed class MqttChannel(MqttOptions options, TimeProvider timeProvider) : IOutboundChannel
{
    private static readonly DeliveryResult.TryLater NotConnected = new("not connected");
    private static readonly Task<ConnectionLoss> NeverConnected =
        Task.FromResult(new ConnectionLoss("not connected yet", TakenOver: false));

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SendingOrder _order = new();
    private MqttConnection? _connection;

    public string Name => "mqtt";

    public Task<ConnectionLoss> Disconnected => Volatile.Read(ref _connection)?.Lost ?? NeverConnected;

    /// <summary>
    /// One attempt, bounded by <see cref="MqttOptions.Timeout"/>. The session starts clean: we subscribe to nothing, and what was not
    /// acknowledged is sent again by the caller.
    /// </summary>
    public async ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await CloseAsync();
            (ConnectResult result, MqttConnection? connection) = await MqttConnector.ConnectAsync(options, timeProvider, cancellationToken);
            Volatile.Write(ref _connection, connection);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask<DeliveryReport> DeliverAsync(
        IReadOnlyList<OutboundMessage> messages, Func<int, ValueTask> acknowledged, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _connection is { } connection
                ? await connection.PublishAsync(messages.Count, index => Message(messages[index]), _order, acknowledged, cancellationToken)
                : new(0, NotConnected);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _connection is { } connection
                ? (await connection.PublishAsync(states.Count, index => Message(states[index]), order: null, acknowledged: null, cancellationToken)).Outcome
                : NotConnected;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Leaves the will behind before it goes: the retained availability is right also after an orderly stop.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            await CloseAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask CloseAsync()
    {
        if (_connection is { } connection)
        {
            await connection.DisposeAsync();
        }
    }

    private static MqttApplicationMessage Message(OutboundMessage message) => new()
    {
        Topic = message.Topic,
        Payload = new ReadOnlySequence<byte>(message.Payload),
        ContentType = message.ContentType,
        QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
    };

    private static MqttApplicationMessage Message(RetainedState state) => new()
    {
        Topic = state.Topic,
        Payload = new ReadOnlySequence<byte>(state.Payload),
        ContentType = state.ContentType,
        QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
        Retain = true,
    };
}
