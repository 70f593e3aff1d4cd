using System.Collections.Concurrent;
using System.Text;
using Bridge.Outbound;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>Keeps what a broker would keep: the last state of each topic; an empty one clears it.</summary>
internal sealed class RetainingChannel : IOutboundChannel
{
    private readonly ConcurrentDictionary<string, string> retained = [];

    public string Name => "retaining";

    public Task<ConnectionLoss> Disconnected { get; } = new TaskCompletionSource<ConnectionLoss>().Task;

    /// <summary>Nothing is taken while this is set, as by a connection that is just going.</summary>
    public bool Refusing { get; set; }

    public IEnumerable<string> Topics => retained.Keys.Order(StringComparer.Ordinal);

    public string Text(string topic) => retained.GetValueOrDefault(topic, "");

    public ValueTask<ConnectResult> ConnectAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ConnectResult>(new ConnectResult.Connected(ReceiveMaximum: 20, SessionPresent: false));

    public ValueTask<DeliveryReport> DeliverAsync(
        IReadOnlyList<OutboundMessage> messages, Func<int, ValueTask> acknowledged, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new DeliveryReport(messages.Count, DeliveryResult.Delivered.Instance));

    public ValueTask<DeliveryResult> PublishStateAsync(IReadOnlyList<RetainedState> states, CancellationToken cancellationToken)
    {
        if (Refusing)
        {
            return ValueTask.FromResult<DeliveryResult>(new DeliveryResult.TryLater("going"));
        }

        foreach (var state in states)
        {
            if (state.Payload.IsEmpty)
            {
                retained.TryRemove(state.Topic, out _);
            }
            else
            {
                retained[state.Topic] = Encoding.UTF8.GetString(state.Payload.Span);
            }
        }

        return ValueTask.FromResult<DeliveryResult>(DeliveryResult.Delivered.Instance);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
