using Bridge.Outbound;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A channel with a bug: one of its steps throws, the first times.</summary>
internal sealed class FaultyChannel(FaultyStep step) : IOutboundChannel
{
    private int thrown;

    public string Name => "faulty";

    public int Faults { get; init; }

    public Task<ConnectionLoss> Disconnected { get; } = new TaskCompletionSource<ConnectionLoss>().Task;

    public ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken) =>
        At(FaultyStep.Connect, (ConnectResult)new ConnectResult.Connected(ReceiveMaximum: 20, SessionPresent: false));

    public ValueTask<DeliveryReport> DeliverAsync(
        IReadOnlyList<OutboundMessage> messages, Func<int, ValueTask> acknowledged, CancellationToken cancellationToken) =>
        At(FaultyStep.Deliver, new DeliveryReport(messages.Count, DeliveryResult.Delivered.Instance));

    public ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken) =>
        At(FaultyStep.State, (DeliveryResult)DeliveryResult.Delivered.Instance);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ValueTask<T> At<T>(FaultyStep here, T result) => here == step && Interlocked.Increment(ref thrown) <= Faults
        ? throw new InvalidOperationException("a bug in the channel")
        : ValueTask.FromResult(result);
}
