namespace Bridge.Outbound.Tests;

/// <summary>For tests that look at the result alone.</summary>
internal static class Deliveries
{
    public static ValueTask<DeliveryReport> DeliverAsync(
        this IOutboundChannel channel, IReadOnlyList<OutboundMessage> messages, CancellationToken cancellationToken) =>
        channel.DeliverAsync(messages, static _ => ValueTask.CompletedTask, cancellationToken);
}
