using System.Collections.Concurrent;
using Bridge.Outbound;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A broker that answers as the test says and remembers, in order, what it was told.</summary>
internal sealed class FakeChannel : IOutboundChannel
{
    private readonly ConcurrentQueue<string> heard = [];
    private TaskCompletionSource<ConnectionLoss> loss = new();

    public string Name => "fake";

    public IReadOnlyList<string> Heard => [.. heard];

    public Task<ConnectionLoss> Disconnected => Volatile.Read(ref loss).Task;

    /// <summary>What becomes of the attempt to connect with this number, from 1.</summary>
    public Func<int, ConnectResult> Connect { get; set; } = _ => new ConnectResult.Connected(20, SessionPresent: false);

    public Func<IReadOnlyList<OutboundMessage>, CancellationToken, ValueTask<DeliveryReport>> Deliver { get; set; } =
        (messages, _) => ValueTask.FromResult(new DeliveryReport(messages.Count, DeliveryResult.Delivered.Instance));

    public Func<RetainedState, DeliveryResult> Publish { get; set; } = _ => DeliveryResult.Delivered.Instance;

    public int Attempts { get; private set; }

    public void Lose(string reason, bool takenOver = false) => Volatile.Read(ref loss).TrySetResult(new ConnectionLoss(reason, takenOver));

    public ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Volatile.Write(ref loss, new TaskCompletionSource<ConnectionLoss>(TaskCreationOptions.RunContinuationsAsynchronously));
        heard.Enqueue("connect");
        return ValueTask.FromResult(Connect(++Attempts));
    }

    public async ValueTask<DeliveryReport> DeliverAsync(
        IReadOnlyList<OutboundMessage> messages, Func<int, ValueTask> acknowledged, CancellationToken cancellationToken)
    {
        var report = await Deliver(messages, cancellationToken);
        foreach (var message in messages.Take(report.Acknowledged))
        {
            heard.Enqueue($"message {message.Topic}");
        }

        return report;
    }

    public ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken)
    {
        foreach (var state in states)
        {
            heard.Enqueue($"state {state.Topic} {System.Text.Encoding.UTF8.GetString(state.Payload.Span)}");
            if (Publish(state) is not DeliveryResult.Delivered and var refused)
            {
                return ValueTask.FromResult(refused);
            }
        }

        return ValueTask.FromResult<DeliveryResult>(DeliveryResult.Delivered.Instance);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
