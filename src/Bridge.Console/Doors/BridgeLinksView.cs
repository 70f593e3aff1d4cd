using System.Collections.Immutable;

namespace Bridge.Console.Doors;

/// <summary>What the service itself stands on.</summary>
/// <param name="OutboxWaiting">Messages that no broker has taken yet.</param>
public sealed record BridgeLinksView(
    LinkHealth Journal,
    LinkHealth Broker,
    long OutboxWaiting,
    ImmutableArray<LineView> Lines)
{
    /// <summary>The service's clock says a time that is over.</summary>
    public bool ClockInDoubt { get; init; }
}
