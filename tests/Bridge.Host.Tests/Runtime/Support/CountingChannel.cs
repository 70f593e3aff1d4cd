using Bridge.Outbound;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A channel that takes one after the other, up to the message with which the process dies: that call never comes back.</summary>
internal sealed class CountingChannel : IOutboundChannel
{
    public string Name => "counting";

    public Task<ConnectionLoss> Disconnected { get; } = new TaskCompletionSource<ConnectionLoss>().Task;

    public required int DieAfter { get; init; }

    public int Taken { get; private set; }

    public ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ConnectResult>(new ConnectResult.Connected(ReceiveMaximum: 20, SessionPresent: false));

    public async ValueTask<DeliveryReport> DeliverAsync(
        IReadOnlyList<OutboundMessage> messages, Func<int, ValueTask> acknowledged, CancellationToken cancellationToken)
    {
        for (var confirmed = 1; confirmed <= messages.Count; confirmed++)
        {
            if (++Taken == DieAfter)
            {
                throw new InvalidOperationException("The process died.");
            }

            await acknowledged(confirmed);
        }

        return new DeliveryReport(messages.Count, DeliveryResult.Delivered.Instance);
    }

    public ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DeliveryResult>(DeliveryResult.Delivered.Instance);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
