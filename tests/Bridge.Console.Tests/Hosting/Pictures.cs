using System.Collections.Immutable;
using Bridge.Console.Doors;
using Bridge.Console.Readers;

namespace Bridge.Console.Tests.Hosting;

/// <summary>Pictures of a tower's doors: one ordinary morning, and variations of it.</summary>
internal static class Pictures
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private static readonly DisplayName Lobby = new("大堂正门", "Main entrance");
    private static readonly DisplayName Garage = new("地下车库入口", "Basement car park");
    private static readonly DisplayName Loading = new("卸货区", "Loading bay");
    private static readonly DisplayName Stair = new("三楼消防梯", "Fire stair, level 3");
    private static readonly DisplayName Roof = new("天台", "Roof");
    private static readonly DisplayName Office = new("管理处", "Management office");

    public static DoorBoardView Morning(DateTimeOffset now)
    {
        var at = now.ToOffset(Zone);
        var events = Events(at);
        return new DoorBoardView(
            new DisplayName("翠湖花园 A 座", "Cuihu Garden, Tower A"),
            at,
            new BridgeLinksView(LinkHealth.Up, LinkHealth.Up, 0, [new LineView("lobby-tcp", LinkHealth.Up), new LineView("riser-rs485", LinkHealth.Up)]),
            FireIndication.Quiet,
            Doors(events),
            events);
    }

    /// <summary>The same morning on a site with OSDP readers, one in each condition.</summary>
    public static DoorBoardView WithReaders(DateTimeOffset now) => Morning(now) with
    {
        Readers = [.. Enum.GetValues<ReaderCondition>().Select((condition, index) => new ReaderView($"{condition.ToString().ToLowerInvariant()}-reader", "riser-rs485", index, condition, "Online")
        {
            PollsPerSecond = condition is ReaderCondition.Secure or ReaderCondition.Clear ? 19.8 : null,
            MeanReply = condition is ReaderCondition.Secure or ReaderCondition.Clear ? TimeSpan.FromMilliseconds(11.4) : null,
            LongestReply = TimeSpan.FromMilliseconds(23.7),
            Retries = 12 * index,
            CheckErrors = index,
        })],
    };

    public static DoorBoardView Troubled(DateTimeOffset now)
    {
        var picture = Morning(now);
        return picture with
        {
            Links = picture.Links with
            {
                Journal = LinkHealth.Down,
                Broker = LinkHealth.Down,
                OutboxWaiting = 12,
                Lines = [new LineView("lobby-tcp", LinkHealth.Up), new LineView("riser-rs485", LinkHealth.Down)],
            },
            Fire = FireIndication.Alarm,
            RecentEvents =
            [
                new(null, picture.ObservedAt, "DoorOpened", Lobby, null, null, "306"),
                new(null, picture.ObservedAt, "AccessGranted", Lobby, null, null, "306"),
                .. picture.RecentEvents,
            ],
        };
    }

    public static DoorBoardView Empty(DateTimeOffset now) => Morning(now) with { Doors = [], RecentEvents = [] };

    private static ImmutableArray<DoorView> Doors(ImmutableArray<EventView> events) =>
    [
        new("lobby-main", Lobby, CommandedMode.Accessed, LockState.Unlocked, ContactState.Open, TimeSpan.Zero, true) { LastEvent = events[0] },
        new("garage", Garage, CommandedMode.Locked, LockState.Locked, ContactState.Closed, TimeSpan.FromSeconds(1), true) { LastEvent = events[5] },
        new("loading", Loading, CommandedMode.Locked, LockState.Locked, ContactState.Open, TimeSpan.Zero, true)
        {
            Alarm = AlarmState.DoorForcedOpen,
            LastEvent = events[3],
        },
        new("stair-3", Stair, CommandedMode.Locked, LockState.NotMonitored, ContactState.Closed, TimeSpan.FromSeconds(2), true) { LastEvent = events[8] },
        new("roof", Roof, CommandedMode.Locked, LockState.Unknown, ContactState.Unknown, TimeSpan.FromMinutes(4), false) { LastEvent = events[6] },
        new("office", Office, CommandedMode.Unlocked, LockState.Unlocked, ContactState.Closed, TimeSpan.FromSeconds(1), true) { LastEvent = events[7] },
    ];

    private static ImmutableArray<EventView> Events(DateTimeOffset at) =>
    [
        new(4182, at.AddSeconds(-1), "AccessTaken", Lobby, null, null, "305"),
        new(4181, at.AddSeconds(-2), "DoorOpened", Lobby, null, null, "305"),
        new(4180, at.AddSeconds(-4), "LockReleased", Lobby, null, null, "305"),
        new(4179, at.AddSeconds(-4), "DoorForcedOpen", Loading, null, null, null),
        new(4178, at.AddSeconds(-4), "AccessGranted", Lobby, null, null, "305"),
        new(4177, at.AddSeconds(-41), "AccessDenied", Garage, "NotPermittedAtThisTime", null, "304"),
        new(4176, at.AddMinutes(-4), "LinkLost", Roof, null, "no answer from unit 7", null),
        new(4175, at.AddMinutes(-6), "DoorModeChanged", Office, null, null, null),
        new(4174, at.AddMinutes(-9), "RequestToExit", Stair, null, null, null),
        new(4173, at.AddMinutes(-12), "AccessNotTaken", Garage, null, null, "303"),
        new(4172, at.AddMinutes(-13), "BridgeStarted", null, null, null, null),
    ];
}
