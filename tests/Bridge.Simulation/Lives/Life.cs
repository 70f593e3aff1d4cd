using Bridge.Invariants;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Policy;
using Bridge.Simulation.Oracles;
using Bridge.Simulation.Replays;
using Bridge.Simulation.Residents;
using Bridge.Simulation.Running;
using Bridge.Simulation.Sites;
using Bridge.Simulation.Wires;
using Bridge.Simulators.Building;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Simulation.Lives;

/// <summary>One building from its first start to its last check: the clock, the world and the service on it. Everything comes from the seed.</summary>
internal sealed class Life : IAsyncDisposable
{
    /// <summary>In the evening before a holiday, so that schedules cross midnight and day kinds.</summary>
    private static readonly DateTimeOffset Evening = new(2026, 10, 23, 20, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider steady;
    private readonly JumpingTime time;
    private readonly LifeFolder folder = new();
    private readonly CredentialRegister register;
    private readonly Random random;
    private BlockedDisk? disk;

    private Life(LifeOptions options)
    {
        random = new Random(options.Seed);
        var start = Evening + TimeSpan.FromMinutes(random.Next(600));
        steady = new FakeTimeProvider(start);
        time = new JumpingTime(steady);
        Today = DateOnly.FromDateTime(start.DateTime);
        Plan = SiteDraw.Draw(random, Today);
        People = Population.Draw(random, start);
        Conditions = new Conditions(WorldBuilder.Build(SimulatedBuilding.Plan, steady), options.Sabotage);
        Inspection = new Inspection(People, Conditions, TimeZoneInfo.FindSystemTimeZoneById(Plan.TimeZone), Violations);
        Replays = new ReplayComparison(Violations);
        register = RegisterFile.Open(folder.Path, options.Sabotage == Sabotage.RegisterForgives ? People.Credentials.Select(Forgiven) : People.Credentials);
        Service = new ServiceRuns(folder, register, time, Conditions, Inspection);
    }

    public DateOnly Today { get; }

    public SitePlan Plan { get; private set; }

    public Population People { get; }

    public Conditions Conditions { get; }

    public Inspection Inspection { get; }

    public ReplayComparison Replays { get; }

    public ServiceRuns Service { get; }

    public Violations Violations { get; } = new();

    public World World => Conditions.World;

    /// <summary>Births a building and starts the service in it.</summary>
    public static Life Begin(LifeOptions options)
    {
        var life = new Life(options);
        life.Service.Open(life.Plan);
        life.Service.Start(life.Plan);
        return life;
    }

    /// <summary>Lets time pass, with the service running.</summary>
    public void Wait(TimeSpan by)
    {
        var until = World.Surroundings.Elapsed + by;
        while (World.Surroundings.Elapsed < until)
        {
            steady.Advance(Step(until));
            World.Surroundings.Settle();
            Service.Poll();
            Service.Bridge.Ticker.Look();
            Service.Turn();
            Inspection.Polled(Service.Bridge);
        }
    }

    public void JumpWallClock(TimeSpan by) => time.Jump(by);

    /// <summary>The journal cannot be written for a while.</summary>
    public void BlockDisk(TimeSpan time)
    {
        if (disk is null)
        {
            disk = BlockedDisk.At(folder.Journal);
            World.Surroundings.After(time, FreeDisk);
        }
    }

    /// <summary>Has the journal writable again, and waits until the bridge has written what it held.</summary>
    public void Heal()
    {
        FreeDisk();
        for (var tries = 0; Service.IsDegraded && tries < 5; tries++)
        {
            Wait(TimeSpan.FromSeconds(1));
        }

        Violations.Unless(!Service.IsDegraded, "the journal can be written again, and the bridge does not");
    }

    // A reload is refused while the journal cannot be written.
    public void Reload()
    {
        Heal();
        Plan = SiteDraw.Change(random, Plan, Today);
        Service.Reload(Plan);
    }

    /// <summary>Ends the service in one of its ways, and starts it again after a while. In between what it knew must be in the journal.</summary>
    public void Restart(Action<ServiceRuns> end, TimeSpan away)
    {
        Heal();
        end(Service);
        steady.Advance(away);
        World.Surroundings.Settle();
        Service.Open(Plan);
        Replays.Compare("after a restart", Service.Bridge.State, Service.Live);
        Service.Start(Plan);
    }

    /// <summary>Replays what is there, from snapshots and without.</summary>
    public void CompareAll()
    {
        Heal();
        Replays.Recovered(Service.Store, Service.Live);
        Inspection.Sensors.Retained(Service.Bridge.Monitor.Current, Inspection.Plan);
    }

    /// <summary>Reads the whole journal, replays it once more, and adds up.</summary>
    public LifeReport Close(int seed)
    {
        CompareAll();
        IReadOnlyList<StoredEntry> journal = [.. Service.Store.EntriesAfter(0)];
        Replays.Replayed(journal, Service.Live);
        Inspection.Decisions.OnlyReadsOpen(journal);
        Inspection.Locks.Energised(World.Oracle());
        var verified = JournalVerifier.Verify(folder.Journal, null, CancellationToken.None);
        Violations.Unless(verified is JournalVerified.Intact, $"the chain: {verified}");
        var invariants = JournalInvariants.Check(folder.Journal, time.GetUtcNow());
        Violations.Unless(invariants.Violations.Count == 0, invariants.ToString());
        var inputs = journal.Count(entry => entry.Entry.Origin == EntryOrigin.Input);
        return new LifeReport(seed, journal, inputs, Replays.Compared, Replays.Mismatches, Violations.Found, Service.Live) { Invariants = invariants };
    }

    public async ValueTask DisposeAsync()
    {
        FreeDisk();
        Service.Dispose();
        register.Dispose();
        await World.DisposeAsync();
        folder.Dispose();
    }

    private void FreeDisk()
    {
        disk?.Dispose();
        disk = null;
    }

    private TimeSpan Step(TimeSpan until)
    {
        var now = World.Surroundings.Elapsed;
        var poll = TimeSpan.FromTicks(random.NextInt64(20 * TimeSpan.TicksPerMillisecond, 100 * TimeSpan.TicksPerMillisecond));
        var step = until - now;
        step = Service.Bridge.Current.Any(line => line.HasWork) ? Sooner(step, poll) : step;
        step = World.Surroundings.NextDue is { } due ? Sooner(step, due - now + poll) : step;
        step = BuildingPolicy.NextDue(Service.Bridge.State) is { } timer ? Sooner(step, timer - Service.Bridge.Clock.Elapsed + (poll / 2)) : step;
        step = Service.IsDegraded ? Sooner(step, poll * 5) : step;
        return step > TimeSpan.FromMilliseconds(1) ? step : TimeSpan.FromMilliseconds(1);
    }

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static HeldCredential Forgiven(HeldCredential held) => held with { ValidFrom = null, ValidUntil = null, IsDisabled = false };
}
