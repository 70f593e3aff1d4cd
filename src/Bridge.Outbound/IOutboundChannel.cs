namespace Bridge.Outbound;

/// <summary>A way to the outside. Every operation is one attempt and returns a value; whoever calls it insists.</summary>
public interface IOutboundChannel : IAsyncDisposable
{
    /// <summary>The outbox that this channel empties, for example <c>mqtt</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Completes when the current connection is gone, with the reason. Completed from the beginning while there is none;
    /// a new task after every successful <see cref="ConnectAsync"/>.
    /// </summary>
    Task<ConnectionLoss> Disconnected { get; }

    /// <summary>One attempt. An existing connection is given up first.</summary>
    ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Delivers in order with a bounded number in flight. Calls are served one after the other.</summary>
    /// <param name="acknowledged">
    /// Called as they come in, one call after the other, with how many from the beginning are confirmed by now. Others are on the way meanwhile; no more
    /// are sent until it returns.
    /// </param>
    ValueTask<DeliveryReport> DeliverAsync(
        IReadOnlyList<OutboundMessage> messages, Func<int, ValueTask> acknowledged, CancellationToken cancellationToken);

    /// <summary>Publishes the given states; delivered when all were confirmed, otherwise the first that was not.</summary>
    ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken);
}
