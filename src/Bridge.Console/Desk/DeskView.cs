using System.Collections.Immutable;
using Bridge.Console.Desk.Queue;
using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Console.Supervision;

namespace Bridge.Console.Desk;

/// <summary>One picture of everything at a desk, replaced whole.</summary>
/// <param name="ObservedAt">When the picture was true, in the site's time zone.</param>
/// <param name="Doors">The lobby's doors; the first one is the one that cases are opened at.</param>
public sealed record DeskView(DateTimeOffset ObservedAt, BridgeLinksView Links, ImmutableArray<DoorView> Doors) : IPicture
{
    public ImmutableArray<DeskCase> Cases { get; init; } = [];

    public ImmutableArray<AnnouncedView> Announced { get; init; } = [];

    public ImmutableArray<TourRow> Tours { get; init; } = [];

    public ImmutableArray<TaskView> Tasks { get; init; } = [];

    public ImmutableArray<CallView> Calls { get; init; } = [];

    /// <summary>What somebody has to look at in this lobby, and a fire anywhere.</summary>
    public ImmutableArray<AlarmRow> Alarms { get; init; } = [];

    /// <summary>The phones of the patrol that were heard within the hour, by name.</summary>
    public ImmutableArray<PatrolPhone> Patrols { get; init; } = [];

    /// <summary>The posts that the desk works with, and whether somebody is there.</summary>
    public ImmutableArray<PostLink> Posts { get; init; } = [];

    public DeskLimits Limits { get; init; } = new();
}
