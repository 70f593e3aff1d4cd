using Bridge.Outbound;

namespace Bridge.Host.Tests.ReadModel;

/// <summary>A broker that is never there.</summary>
internal sealed class DeafChannel : IOutboundChannel
{
    private const string Reason = "nobody listens";

    public string Name => "mqtt";

    public Task<ConnectionLoss> Disconnected { get; } = Task.FromResult(new ConnectionLoss(Reason, TakenOver: false));

    public ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken) => new(new ConnectResult.Unreachable(Reason));

    public ValueTask<DeliveryReport> DeliverAsync(
        IReadOnlyList<OutboundMessage> messages, Func<int, ValueTask> acknowledged, CancellationToken cancellationToken) =>
        new(new DeliveryReport(0, new DeliveryResult.TryLater(Reason)));

    public ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken) =>
        new(new DeliveryResult.TryLater(Reason));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
