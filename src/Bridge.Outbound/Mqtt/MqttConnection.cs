using System.Buffers;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace Bridge.Outbound.Mqtt;

/// <summary>One connection to the broker, from CONNACK to its end. It is never revived: the next attempt makes a new one.</summary>
internal sealed class MqttConnection(IMqttClient client, MqttOptions options, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly TaskCompletionSource<ConnectionLoss> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _limit = 1;
    private uint _maximumPacketSize = uint.MaxValue;

    public Task<ConnectionLoss> Lost => _lost.Task;

    /// <summary>To be called before the client connects, so that no end is missed.</summary>
    public void Watch() => client.DisconnectedAsync += OnDisconnectedAsync;

    public int Accept(MqttClientConnectResult answer)
    {
        // MQTTnet does not look at the broker's Receive Maximum; absent means 65535 (MQTT 5, 3.2.2.3.3).
        // Neither value may be 0 in MQTT; MQTTnet shows 0 for "absent".
        int receiveMaximum = answer.ReceiveMaximum is > 0 and { } granted ? granted : ushort.MaxValue;
        _limit = Math.Max(1, Math.Min(receiveMaximum, options.MaxInFlight));
        _maximumPacketSize = answer.MaximumPacketSize is > 0 and { } size ? size : uint.MaxValue;
        return receiveMaximum;
    }

    /// <summary>
    /// Starts publishes in order until the window is full, then takes the acknowledgements in the same order. MQTTnet writes in the order
    /// of the calls, so the broker sees the messages in order although several are on the way.
    /// </summary>
    /// <param name="order">Null: it does not matter which of them comes first.</param>
    public async ValueTask<DeliveryReport> PublishAsync(
        int count, Func<int, MqttApplicationMessage> message, SendingOrder? order, Func<int, ValueTask>? acknowledged, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stalled = new(options.Timeout, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, cancellationToken);
        PendingPublish[] window = new PendingPublish[Math.Min(_limit, Math.Max(1, count))];
        int started = 0;
        int taken = 0;
        bool starting = true;
        DeliveryResult outcome = DeliveryResult.Delivered.Instance;
        while (taken < count)
        {
            while (starting && started < count && started - taken < (order is { OneByOne: true } ? 1 : window.Length))
            {
                PendingPublish pending = Start(message(started), either.Token);
                window[started++ % window.Length] = pending;
                starting = pending.NotSent is null;
            }

            outcome = await EndAsync(window[taken % window.Length], stalled.Token, cancellationToken);
            if (outcome is not DeliveryResult.Delivered)
            {
                break;
            }

            Ended(order, outcome);
            taken++;
            if (acknowledged is not null)
            {
                await acknowledged(taken);
            }

            stalled.CancelAfter(options.Timeout);
        }

        await DrainAsync(window, taken + 1, started, stalled.Token, cancellationToken);
        Ended(order, outcome);
        return new(taken, outcome);
    }

    // Nothing may be in flight when the next call begins to count.
    private async ValueTask DrainAsync(PendingPublish[] window, int first, int started, CancellationToken stalled, CancellationToken cancellationToken)
    {
        for (int next = first; next < started; next++)
        {
            await EndAsync(window[next % window.Length], stalled, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
        {
            // Not every broker heeds "disconnect with will" (the embedded one does not), so the will is first sent as a plain message.
            MqttApplicationMessage offline = new()
            {
                Topic = options.WillTopic,
                Payload = new ReadOnlySequence<byte>(options.WillPayload),
                ContentType = AvailabilityPayload.ContentType,
                QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
                Retain = true,
            };
            DeliveryReport told = await PublishAsync(1, _ => offline, order: null, acknowledged: null, CancellationToken.None);
            await SayGoodbyeAsync(told.Outcome is DeliveryResult.Delivered
                ? MqttClientDisconnectOptionsReason.NormalDisconnection
                : MqttClientDisconnectOptionsReason.DisconnectWithWillMessage);
        }

        Lose("closed by us");
        client.Dispose();
    }

    private async ValueTask SayGoodbyeAsync(MqttClientDisconnectOptionsReason reason)
    {
        using CancellationTokenSource deadline = new(options.Timeout, timeProvider);
        try
        {
            Lose("closed by us");
            await client.DisconnectAsync(new MqttClientDisconnectOptions { Reason = reason }, deadline.Token);
        }
        catch (MqttCommunicationException)
        {
            // It was gone already: the broker publishes the will by itself.
            return;
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private PendingPublish Start(MqttApplicationMessage message, CancellationToken cancellationToken)
    {
        ReadOnlySequence<byte> payload = message.Payload;
        if (PublishCheck.Fault(message.Topic, payload.First, message.ContentType, _maximumPacketSize) is { } fault)
        {
            return new(message.Topic, null, new DeliveryResult.Poison(fault));
        }

        try
        {
            return new(message.Topic, client.PublishAsync(message, cancellationToken), null);
        }
        catch (MqttCommunicationException exception)
        {
            return new(message.Topic, null, new DeliveryResult.TryLater("not connected: " + exception.Message));
        }
        catch (ObjectDisposedException)
        {
            return new(message.Topic, null, new DeliveryResult.TryLater("not connected: closed"));
        }
    }

    private async ValueTask<DeliveryResult> EndAsync(PendingPublish pending, CancellationToken stalled, CancellationToken cancellationToken)
    {
        if (pending.Acknowledged is null)
        {
            return pending.NotSent ?? DeliveryResult.Delivered.Instance;
        }

        try
        {
            MqttClientPublishResult result = await pending.Acknowledged;
            return Acknowledgement.Judge(pending.Topic, result.ReasonCode, result.ReasonString);
        }
        catch (MqttCommunicationException exception)
        {
            // A time-out arrives as one of these as well, depending on where it struck.
            cancellationToken.ThrowIfCancellationRequested();
            return stalled.IsCancellationRequested ? GiveUp() : new DeliveryResult.TryLater("connection lost: " + exception.Message);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return stalled.IsCancellationRequested ? GiveUp() : new DeliveryResult.TryLater("connection lost");
        }
        catch (ObjectDisposedException)
        {
            return new DeliveryResult.TryLater("connection lost: closed");
        }
        catch (MqttProtocolViolationException exception)
        {
            return new DeliveryResult.TryLater("the broker broke the protocol: " + exception.Message);
        }
    }

    // A refused message followed by accepted ones has lost its place in the order: until the broker accepts again, one at a time.
    private static void Ended(SendingOrder? order, DeliveryResult outcome)
    {
        if (order is not null)
        {
            order.OneByOne = outcome is not DeliveryResult.Delivered;
        }
    }

    private DeliveryResult.TryLater GiveUp()
    {
        // What is in flight may still arrive; with the connection gone at least nothing more comes of it.
        string reason = $"no acknowledgement within {options.Timeout.TotalSeconds:0.#} s";
        Lose(reason);
        client.Dispose();
        return new(reason);
    }

    private Task OnDisconnectedAsync(MqttClientDisconnectedEventArgs ended)
    {
        // MQTTnet leaves NormalDisconnection when a peer just goes away; only the other values say something.
        string reason = ended.Reason == MqttClientDisconnectReason.NormalDisconnection
            ? ended.Exception?.Message ?? "the connection ended"
            : $"the broker ended the connection: {ended.Reason} {ended.ReasonString}".TrimEnd();
        _lost.TrySetResult(new(reason, ended.Reason == MqttClientDisconnectReason.SessionTakenOver));
        return Task.CompletedTask;
    }

    private void Lose(string reason) => _lost.TrySetResult(new(reason, TakenOver: false));
}
