using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Policy;
using Bridge.Simulation.Oracles;
using Bridge.Simulation.Running;
using Bridge.Simulation.Sites;
using Bridge.Simulation.Wires;
using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Lives;

/// <summary>The service through its runs: started, told things, stopped or killed, and started again on the same journal.</summary>
internal sealed class ServiceRuns(LifeFolder folder, CredentialRegister register, JumpingTime time, Conditions conditions, Inspection inspection) : IDisposable
{
    /// <summary>A blocked journal is given up at once: what waits here is real time.</summary>
    private static readonly TimeSpan LockWait = TimeSpan.FromMilliseconds(1);

    private readonly List<Happening> happenings = [];
    private JournalStore? store;
    private RunningBridge? bridge;

    public RunningBridge Bridge => bridge ?? throw new InvalidOperationException("The service is not running.");

    public JournalStore Store => store ?? throw new InvalidOperationException("The service is not running.");

    public bool IsDegraded => Bridge.Monitor.Current.Degraded;

    /// <summary>The state when it last ran.</summary>
    public BuildingState Live { get; private set; } = BuildingState.Empty;

    /// <summary>Opens the journal and recovers; nothing is decided yet.</summary>
    public void Open(SitePlan plan)
    {
        var result = JournalStore.Open(new JournalOptions(folder.Journal, "simulated") { LockWait = LockWait }, time);
        store = result is JournalOpened.Open opened ? opened.Store : throw new InvalidOperationException($"The journal does not open: {result}");
        bridge = RunningBridge.Build(Load(plan), store, register, time);
    }

    public void Start(SitePlan plan)
    {
        Use(plan);
        Bridge.Post(at => new PolicyInput.BridgeStarted(at));
        happenings.Add(new Happening.Started());
        Turn();
        Bridge.Listen(Offer);
    }

    public void Reload(SitePlan plan)
    {
        Use(plan);
        Turn();
        Bridge.Listen(Offer);
    }

    /// <summary>Somebody asks; decided at once, so that the order is plain.</summary>
    public void Ask(Happening happening, Func<Moment, PolicyInput> input)
    {
        Bridge.Post(input);
        happenings.Add(happening);
        Turn();
    }

    public void Poll()
    {
        foreach (var line in Bridge.Current)
        {
            line.Poll();
        }
    }

    public void Turn()
    {
        var head = Store.Head.Sequence;
        Bridge.TakeTurns();

        // A turn of mere time is read at the end, with the whole journal.
        var isOfInterest = Store.Head.Sequence > head && (happenings.Count > 0 || inspection.IsWaiting);
        IReadOnlyList<StoredEntry> entries = isOfInterest ? [.. Store.EntriesAfter(head)] : [];
        inspection.Turn(happenings, entries, Bridge, time.GetUtcNow());
        happenings.Clear();
        Live = Bridge.State;
    }

    /// <summary>A clean stop: the lines first, then what is still waiting, then a snapshot.</summary>
    public void Stop()
    {
        Bridge.HangUp();
        Turn();
        Bridge.Keeper.Finish(Bridge.State);
        Close();
    }

    /// <summary>Killed: what the engine had not taken yet is gone.</summary>
    public void Kill()
    {
        happenings.Clear();
        Close();
    }

    /// <summary>Killed between the commit and the first effect.</summary>
    public void KillAfterCommit()
    {
        foreach (var line in Bridge.Current)
        {
            line.FallSilent();
        }

        Turn();
        Close();
    }

    public void Dispose()
    {
        if (bridge is not null)
        {
            Close();
        }
    }

    private void Close()
    {
        Bridge.Dispose();
        Store.Dispose();
        (bridge, store) = (null, null);
    }

    private void Use(SitePlan plan)
    {
        Bridge.Use(Load(plan), line => new SimulatedLine(line, conditions, time));
        happenings.Add(new Happening.Configured(plan));
    }

    private SiteConfiguration Load(SitePlan plan) => SiteText.Load(
        conditions.Sabotage == Sabotage.ContactInvented ? plan with { Doors = [.. plan.Doors.Select(door => door with { HasContact = true })] } : plan,
        folder.Path);

    private bool Offer(DeviceEvent told)
    {
        happenings.Add(new Happening.Told(told, told is DeviceEvent.CredentialRead read ? Plain(read) : null));
        return Bridge.Queue.TryOffer(new Host.Runtime.EngineItem.FromDevice(told))
            ? true
            : throw new InvalidOperationException("The engine's queue is full.");
    }

    private PresentedCredential Plain(DeviceEvent.CredentialRead read) => conditions.World.Keypad(read.Point.Device.Value).Memory.Kept
        .First(kept => kept.Sequence == (read.Number & ushort.MaxValue) && kept.BootNumber == read.Number >> 16);
}
