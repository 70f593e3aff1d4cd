using Bridge.Outbound;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A channel that takes everything at once, up to the message with which the process dies: that call never comes back.</summary>
internal sealed class CountingChannel : IOutboundChannel
{
    private readonly CancellationTokenSource death = new();

    public string Name => "counting";

    public Task<ConnectionLoss> Disconnected { get; } = new TaskCompletionSource<ConnectionLoss>().Task;

    /// <summary>Cancelled at the death.</summary>
    public CancellationToken Dead => death.Token;

    public required int DieAfter { get; init; }

    public int Taken { get; private set; }

    public ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ConnectResult>(new ConnectResult.Connected(ReceiveMaximum: 20, SessionPresent: false));

    public async ValueTask<DeliveryReport> DeliverAsync(IReadOnlyList<OutboundMessage> messages, CancellationToken cancellationToken)
    {
        Taken += messages.Count;
        if (Taken >= DieAfter)
        {
            await death.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return new DeliveryReport(messages.Count, DeliveryResult.Delivered.Instance);
    }

    public ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DeliveryResult>(DeliveryResult.Delivered.Instance);

    public ValueTask DisposeAsync()
    {
        death.Dispose();
        return ValueTask.CompletedTask;
    }
}
