using System.Collections.Immutable;
using Bridge.Console.Readers;

namespace Bridge.Console.Doors;

/// <summary>One picture of all doors of a site, replaced whole.</summary>
/// <param name="ObservedAt">When the picture was taken, in the site's time zone: shown as it is.</param>
/// <param name="RecentEvents">Newest first; the console shows what it is given.</param>
public sealed record DoorBoardView(
    DisplayName Site,
    DateTimeOffset ObservedAt,
    BridgeLinksView Links,
    FireIndication Fire,
    ImmutableArray<DoorView> Doors,
    ImmutableArray<EventView> RecentEvents)
{
    /// <summary>The OSDP readers, in the order of the site file; empty on a site without any.</summary>
    public ImmutableArray<ReaderView> Readers { get; init; } = [];
}
