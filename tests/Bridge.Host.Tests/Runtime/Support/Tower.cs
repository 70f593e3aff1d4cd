using System.Collections.Immutable;
using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Policy;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>The building of these tests: lobby and stairs open in a fire, the office does not. One device each, and one for the fire panel.</summary>
internal static class Tower
{
    public static readonly DoorId Lobby = new("lobby");
    public static readonly DoorId Stairs = new("stairs");
    public static readonly DoorId Office = new("office");
    public static readonly FireInputId Panel = new("panel");
    public static readonly AccessPointId LobbyReader = new("lobby.reader");

    public static readonly DeviceId FireDevice = new("panel-io");
    public static readonly PointId FirePoint = new(FireDevice, "input8");

    public static readonly TimeSpan Release = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan HoldPulse = TimeSpan.FromSeconds(20);

    private static readonly DoorId[] Doors = [Lobby, Stairs, Office];
    private static readonly AccessLevelId Residents = new("residents");
    private static readonly WeeklySchedule Always = new(
        new ScheduleId("always"),
        Enum.GetValues<DayOfWeek>().ToImmutableSortedDictionary(day => day, _ => ImmutableList.Create(WholeDay)),
        [],
        [WholeDay]);

    private static DayInterval WholeDay => new(TimeSpan.Zero, TimeSpan.FromHours(24));

    public static Wiring Wiring { get; } = new(
        [.. Doors.Select(door => new DoorWiring(
            door, new DoorName(door.Value, door.Value), Lock(door), Point(door, "bolt"), Point(door, "contact"), Point(door, "rex"), Point(door, "tamper")))],
        [.. Doors.Select(door => new AccessPointWiring(Reader(door), Source(door), Point(door, "feedback")))],
        [new FireInputWiring(Panel, FirePoint)]);

    public static BuildingRules Rules { get; } = new(
        Doors.ToImmutableSortedDictionary(door => door, Door),
        Doors.ToImmutableSortedDictionary(Reader, door => new AccessPointRules(
            Reader(door), door, Authentication.CardOrPin, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5))),
        ImmutableSortedDictionary<AccessLevelId, AccessLevel>.Empty.Add(Residents, new AccessLevel(Residents, [.. Doors], Always.Schedule)),
        ImmutableSortedDictionary<ScheduleId, WeeklySchedule>.Empty.Add(Always.Schedule, Always),
        [Panel],
        LockoutRules.Default);

    public static IReadOnlyList<FireDoor> FireDoors { get; } = [.. Doors.Where(door => door != Office).Select(door => new FireDoor(door, Lock(door), HoldPulse))];

    public static DeviceId Device(DoorId door) => new($"{door.Value}-lock");

    public static PointId Lock(DoorId door) => Point(door, "lock");

    public static PointId Source(DoorId door) => Point(door, "reader");

    public static PointId Point(DoorId door, string point) => new(Device(door), point);

    public static AccessPointId Reader(DoorId door) => new($"{door.Value}.reader");

    private static DoorRules Door(DoorId door) => new(
        door,
        ReleaseTime: Release,
        ExtendedReleaseTime: TimeSpan.FromSeconds(12),
        EntryWindow: TimeSpan.FromSeconds(8),
        OpenTime: TimeSpan.FromSeconds(30),
        ExtendedOpenTime: TimeSpan.FromSeconds(60),
        PreAlarmTime: TimeSpan.FromSeconds(10),
        HoldPulse: HoldPulse,
        HasContact: true,
        HasLockSensor: true,
        FireRelease: door != Office)
    {
        HasTamper = true,
    };
}
