using System.Collections.Immutable;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Policy.Tests.Support;

/// <summary>The building of the tests: two doors with sensors, one without any, one keypad of each kind.</summary>
static class Building
{
    public static readonly DoorId Lobby = new("lobby");
    public static readonly DoorId Stairs = new("stairs");
    public static readonly DoorId Garage = new("garage");

    public static readonly AccessPointId LobbyReader = new("lobby.reader");
    public static readonly AccessPointId LobbyKeypad = new("lobby.keypad");
    public static readonly AccessPointId StairsBoth = new("stairs.both");
    public static readonly AccessPointId GarageEither = new("garage.either");

    public static readonly FireInputId Panel = new("panel");
    public static readonly FireInputId Sprinkler = new("sprinkler");

    public static readonly AccessLevelId Residents = new("residents");
    public static readonly AccessLevelId Cleaners = new("cleaners");

    // A Monday, 09:00 in a zone that is not UTC.
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly DoorRules LobbyRules = new(
        Lobby,
        ReleaseTime: Seconds(5),
        ExtendedReleaseTime: Seconds(12),
        EntryWindow: Seconds(8),
        OpenTime: Seconds(30),
        ExtendedOpenTime: Seconds(60),
        PreAlarmTime: Seconds(10),
        HoldPulse: Seconds(20),
        HasContact: true,
        HasLockSensor: true,
        FireRelease: true)
    {
        HasTamper = true,
    };

    public static readonly BuildingRules Rules = new(
        Doors(LobbyRules, LobbyRules with { Door = Stairs, FireRelease = false, HasLockSensor = false },
            LobbyRules with { Door = Garage, HasContact = false, HasLockSensor = false, HasTamper = false }),
        AccessPoints(
            new(LobbyReader, Lobby, Authentication.Card, Seconds(10), Seconds(5)),
            new(LobbyKeypad, Lobby, Authentication.Pin, Seconds(10), Seconds(5)),
            new(StairsBoth, Stairs, Authentication.CardAndPin, Seconds(10), Seconds(5)),
            new(GarageEither, Garage, Authentication.CardOrPin, Seconds(10), Seconds(5))),
        ImmutableSortedDictionary<AccessLevelId, AccessLevel>.Empty
            .Add(Residents, new(Residents, [Lobby, Stairs, Garage], Always.Schedule))
            .Add(Cleaners, new(Cleaners, [Lobby], WorkingHours.Schedule)),
        ImmutableSortedDictionary<ScheduleId, WeeklySchedule>.Empty
            .Add(Always.Schedule, Always)
            .Add(WorkingHours.Schedule, WorkingHours),
        [Panel, Sprinkler],
        LockoutRules.Default);

    public static WeeklySchedule Always => new(
        new("always"),
        Week(Enum.GetValues<DayOfWeek>(), new DayInterval(TimeSpan.Zero, TimeSpan.FromHours(24))),
        [],
        [new DayInterval(TimeSpan.Zero, TimeSpan.FromHours(24))]);

    public static WeeklySchedule WorkingHours => new(
        new("working hours"),
        Week([DayOfWeek.Monday, DayOfWeek.Tuesday], new DayInterval(TimeSpan.FromHours(8), TimeSpan.FromHours(18))),
        [new DateOnly(2026, 3, 3)],
        [new DayInterval(TimeSpan.FromHours(10), TimeSpan.FromHours(12))]);

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static Moment At(double seconds) => new(Seconds(seconds), Morning + Seconds(seconds));

    public static ImmutableSortedDictionary<DoorId, DoorRules> Doors(params DoorRules[] doors) =>
        doors.ToImmutableSortedDictionary(d => d.Door, d => d);

    public static ImmutableSortedDictionary<AccessPointId, AccessPointRules> AccessPoints(params AccessPointRules[] points) =>
        points.ToImmutableSortedDictionary(p => p.AccessPoint, p => p);

    static ImmutableSortedDictionary<DayOfWeek, ImmutableList<DayInterval>> Week(DayOfWeek[] days, params DayInterval[] hours) =>
        days.ToImmutableSortedDictionary(d => d, _ => hours.ToImmutableList());
}
