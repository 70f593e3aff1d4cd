using System.Collections.Immutable;
using Bridge.Console.Doors;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Configuration;
using Bridge.Host.ReadModel;
using Bridge.Host.Seats.Posts;
using Bridge.Host.Translation;

namespace Bridge.Host.Seats.Supervision;

/// <summary>How far behind the world outside is, for one open page.</summary>
internal sealed class DeliveryWindow(PostWindow window, BridgeLinks links, SiteConfiguration configuration, TimeProvider time) : IDelivery
{
    private const int MostParked = 20;

    public IAsyncEnumerable<DeliveryView> WatchAsync(CancellationToken cancellationToken) => window.WatchAsync(
        caller => caller.ReachOf(Permission.SeeDelivery) != Reach.None, (_, _) => new DeliveryView(window.ObservedAt, [Mqtt()]), cancellationToken);

    private ChannelRow Mqtt()
    {
        var (link, backlog, confirmed, now) = (links.Broker, links.Backlog.Current, links.Confirmed, time.GetUtcNow());
        return new ChannelRow(EventTranslation.Channel, link.IsUp ? LinkHealth.Up : LinkHealth.Down, ToSite(link.Since), now - link.Since)
        {
            Reason = link.IsUp ? null : link.Reason,
            Waiting = backlog.Waiting,
            OldestAge = now - backlog.Oldest,
            Parked = backlog.Parked,
            Confirmed = confirmed.Count,
            LastConfirmedAge = now - confirmed.LastAt,
            ParkedRows = backlog.Parked == 0 ? [] : Parked(),
        };
    }

    private ImmutableArray<ParkedRow> Parked() =>
    [
        .. links.Backlog.Parked(MostParked).Select(parked => new ParkedRow(
            parked.Message.Id, parked.Message.Draft.Sequence, parked.Message.Draft.Topic, ToSite(parked.ParkedAt), parked.Reason)),
    ];

    private DateTimeOffset ToSite(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, configuration.TimeZone);
}
