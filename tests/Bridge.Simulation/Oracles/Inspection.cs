using Bridge.Devices;
using Bridge.Journal;
using Bridge.Simulation.Residents;
using Bridge.Simulation.Running;
using Bridge.Simulation.Sites;
using Bridge.Simulation.Wires;
using Bridge.Simulators.Disturbances;

namespace Bridge.Simulation.Oracles;

/// <summary>Follows the bridge turn by turn: what it was told, what it wrote down, what moved.</summary>
internal sealed class Inspection(Population population, Conditions conditions, TimeZoneInfo zone, Violations violations)
{
    private readonly DoorModes modes = new();
    private readonly FireLatch fire = new();
    private readonly SensorCheck sensors = new(conditions.World, violations);
    private readonly Queue<Foretold> foretold = new();
    private AccessOracle? oracle;

    public DecisionCheck Decisions { get; } = new(violations);

    public LockCheck Locks { get; } = new(violations);

    public SensorCheck Sensors => sensors;

    public DoorModes Modes => modes;

    public bool IsOnFire => fire.IsLatched;

    public SitePlan Plan => Oracle.Plan;

    /// <summary>Reads were decided that are not in the journal yet, because it cannot be written.</summary>
    public bool IsWaiting => foretold.Count > 0;

    private AccessOracle Oracle => oracle ??= new AccessOracle(population, modes, zone);

    /// <param name="entries">What the journal has of this turn.</param>
    public void Turn(IReadOnlyList<Happening> happenings, IReadOnlyList<StoredEntry> entries, RunningBridge bridge, DateTimeOffset utc)
    {
        var before = fire.IsLatched;
        var isDegraded = bridge.Monitor.Current.Degraded;
        foreach (var happening in happenings.Where(happening => !isDegraded || !NeedsTheJournal(happening)))
        {
            Follow(happening, bridge.Clock.Elapsed, utc);
        }

        Decisions.Check(entries, foretold);
        violations.Unless(isDegraded || foretold.Count == 0, $"{foretold.Count} reads are not in the journal");
        sensors.Events(entries, Plan);
        var pulses = conditions.TakeExecuted();
        if (fire.IsLatched && !before && conditions.Climate.Weather == Weather.Fine)
        {
            FireReleases(pulses, bridge.Current);
        }

        Locks.Executed(pulses, Held);
    }

    /// <summary>Right after a poll whose turn has been taken.</summary>
    public void Polled(RunningBridge bridge) => sensors.Check(bridge.Monitor.Current, Plan, bridge.Current);

    // What a person asks for is refused while the journal cannot be written.
    private static bool NeedsTheJournal(Happening happening) =>
        happening is Happening.ModeAsked or Happening.LockoutLifted or Happening.FireAcknowledged or Happening.Configured;

    private void Follow(Happening happening, TimeSpan now, DateTimeOffset utc)
    {
        switch (happening)
        {
            case Happening.Told { Event: DeviceEvent.CredentialRead told, Read: { } read }:
                Foretell(Oracle.Read(told, read, now, utc));
                break;
            case Happening.Told { Event: var told }:
                Follow(told);
                break;
            case Happening.ModeAsked asked when Plan.Door(asked.Door) is not null:
                modes.Ask(asked.Door, asked.Request);
                break;
            case Happening.LockoutLifted lifted:
                Oracle.LiftLockout(lifted.AccessPoint);
                break;
            case Happening.FireAcknowledged:
                fire.Acknowledge();
                break;
            case Happening.Configured configured:
                Oracle.Configured(configured.Plan);
                modes.Keep(configured.Plan.Doors.Select(door => door.Id));
                break;
            case Happening.Started:
                Oracle.Started();
                fire.Forget();
                break;
        }
    }

    // A door that is held gets no pulse of its own.
    private void Foretell(Foretold? expected)
    {
        if (expected is null)
        {
            return;
        }

        foretold.Enqueue(expected);
        if (expected.Pulse is { } pulse && Held(expected.Door) is null)
        {
            Locks.Granted(expected.Door, pulse, conditions.World.Surroundings.Elapsed);
        }
    }

    private void Follow(DeviceEvent told)
    {
        switch (told)
        {
            case DeviceEvent.Online:
                Oracle.Link(told.Device, isOnline: true);
                break;
            case DeviceEvent.Offline:
                Oracle.Link(told.Device, isOnline: false);
                fire.Lost(told.Device);
                break;
            case DeviceEvent.InputRead input:
                fire.Read(input.Point, input.Reading);
                break;
        }
    }

    private PlannedDoor? Held(string id) =>
        Plan.Door(id) is { } door && (modes.IsHeld(id) || (fire.IsLatched && door.FireRelease)) ? door : null;

    private void FireReleases(IReadOnlyList<ExecutedPulse> pulses, IReadOnlyList<SimulatedLine> lines)
    {
        foreach (var door in Plan.Doors.Where(door => door.FireRelease))
        {
            var device = SimulatedBuilding.Door(door.Id).Lock.Split('.')[0];
            var isThere = lines.Any(line => line.IsOnline(device) && line.IsReachable(device));
            violations.Unless(!isThere || pulses.Any(pulse => pulse.Door == door.Id), $"fire did not release {door.Id}");
        }
    }
}
