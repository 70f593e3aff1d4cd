using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bridge.Console;
using Bridge.Console.Doors;
using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.ReadModel;

/// <summary>The console's picture of the doors, made from the engine's view. A duress is not on it: who stands beside the holder may see the page.</summary>
public sealed class DoorBoard(SiteHolder site, BuildingMonitor monitor, BridgeLinks links, TimeProvider time) : IDoorBoard
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(4);

    private readonly ReaderPicture readers = new(links, time);

    public DoorBoardView Current => Draw(monitor.Current);

    public async IAsyncEnumerable<DoorBoardView> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var changed = monitor.Changed;
            yield return Current;
            await Task.Delay(Pace, time, cancellation);
            await Task.WhenAny(changed, Task.Delay(LongestSilence, time, cancellation));
        }
    }

    private DoorBoardView Draw(BuildingView view)
    {
        var configuration = site.Current;
        var names = configuration.Wiring.Doors.ToDictionary(door => door.Door, door => new DisplayName(door.Name.Chinese, door.Name.English));
        // The time of the engine's last turn, not of this drawing: a hung engine must look hung.
        var now = TimeZoneInfo.ConvertTime(view.ObservedAt, configuration.TimeZone);
        var events = view.Recent.Reverse()
            .Where(recent => recent.Event.Kind is not EventKind.Duress)
            .Select(recent => Event(recent, names, view.Head.Epoch))
            .ToImmutableArray();
        return new DoorBoardView(
            new DisplayName(configuration.Site, configuration.Site),
            now,
            Links(view),
            Fire(view.State),
            [.. configuration.Wiring.Doors.Where(door => view.State.Doors.ContainsKey(door.Door)).Select(door => Door(door, view, names, events, now))],
            events)
        {
            Readers = readers.Draw(view.State, configuration.Wiring),
        };
    }

    private BridgeLinksView Links(BuildingView view) => new(
        view.Degraded ? LinkHealth.Down : LinkHealth.Up,
        links.BrokerConnected ? LinkHealth.Up : LinkHealth.Down,
        links.OutboxWaiting,
        [.. links.Lines.Select(line => new LineView(line.Line.Line.Value, line.Down ? LinkHealth.Down : LinkHealth.Up))])
    {
        ClockInDoubt = view.State.ClockInDoubt,
    };

    internal static FireIndication Fire(BuildingState state)
    {
        var inputs = state.Fire.Inputs;
        return inputs.ContainsValue(Policy.Fire.FireReading.Alarm) ? FireIndication.Alarm
            : state.Fire.Latched ? FireIndication.AwaitingAcknowledgement
            : inputs.ContainsValue(Policy.Fire.FireReading.Fault) ? FireIndication.InputFault
            : state.Rules.FireInputs.All(inputs.ContainsKey) ? FireIndication.Quiet
            : FireIndication.Unknown;
    }

    private static DoorView Door(
        DoorWiring wiring, BuildingView view, Dictionary<DoorId, DisplayName> names, ImmutableArray<EventView> events, DateTimeOffset now)
    {
        var door = view.State.Doors[wiring.Door];
        var ages = view.Ages.GetValueOrDefault(wiring.Door) ?? DoorAges.Unknown;
        return new DoorView(
            wiring.Door.Value, names[wiring.Door], Mode(door.ShownMode()), Lock(door.Lock), Contact(door.Contact),
            door.Online ? TimeSpan.Zero : ages.Online is { } since ? now - since : null,
            door.Online)
        {
            Alarm = Alarm(door),
            LockFoundReleased = door.Faults.LockFoundReleased,
            Tamper = door.TamperTold,
            Fault = door.HasFault(),
            LastEvent = events.FirstOrDefault(announced => announced.Door == names[wiring.Door]),
        };
    }

    private static EventView Event(RecentEvent recent, Dictionary<DoorId, DisplayName> names, int epoch) => new(
        recent.Sequence,
        recent.Event.At.Wall,
        recent.Event.Kind.ToString(),
        recent.Event.Door is { } door ? names.GetValueOrDefault(door) ?? new DisplayName(door.Value, door.Value) : null,
        recent.Event.Reason?.ToString(),
        recent.Event.Detail,
        EventTranslation.Correlation(recent.Event, epoch));

    private static CommandedMode Mode(DoorMode mode) => mode switch
    {
        DoorMode.Locked => CommandedMode.Locked,
        DoorMode.Unlocked => CommandedMode.Unlocked,
        DoorMode.Accessed => CommandedMode.Accessed,
        DoorMode.Blocked => CommandedMode.Blocked,
        DoorMode.LockedDown => CommandedMode.LockedDown,
        DoorMode.LockedOpen => CommandedMode.LockedOpen,
    };

    private static LockState Lock(LockPhysicalState state) => state switch
    {
        LockPhysicalState.NotMonitored => LockState.NotMonitored,
        LockPhysicalState.Unknown => LockState.Unknown,
        LockPhysicalState.Locked => LockState.Locked,
        LockPhysicalState.Unlocked => LockState.Unlocked,
        LockPhysicalState.Fault => LockState.Fault,
    };

    private static ContactState Contact(DoorPhysicalState state) => state switch
    {
        DoorPhysicalState.NotMonitored => ContactState.NotMonitored,
        DoorPhysicalState.Unknown => ContactState.Unknown,
        DoorPhysicalState.Closed => ContactState.Closed,
        DoorPhysicalState.Open => ContactState.Open,
        DoorPhysicalState.Fault => ContactState.Fault,
    };

    private static AlarmState Alarm(DoorState door) => door.Alarm switch
    {
        DoorAlarm.Normal => door.Opening is { Warned: true } ? AlarmState.OpenTooLongWarning : AlarmState.Normal,
        DoorAlarm.DoorForcedOpen => AlarmState.DoorForcedOpen,
        DoorAlarm.DoorOpenTooLong => AlarmState.DoorOpenTooLong,
    };
}
