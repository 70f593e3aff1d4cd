using Bridge.Devices;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Invariants;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>An engine with a real journal and register, a fake line for every door and a clock that the test turns. It turns when the test says so.</summary>
internal sealed class EngineBench : IDisposable
{
    private readonly TestFolder folder;
    private bool closed;
    private uint lastRead;

    private EngineBench(TestFolder folder, JumpingTime time, JournalOptions options) => (this.folder, Time, Options) = (folder, time, options);

    public JumpingTime Time { get; }

    public JournalOptions Options { get; }

    /// <summary>Whether the journal is held against the SQL invariants at the end; not where it was spoilt on purpose.</summary>
    public bool IsInOrder { get; set; } = true;

    public LogBook Log { get; } = new();

    public FakeLine Line { get; } = new("doors");

    public EngineQueue Queue { get; } = new(1024);

    public LineSet Lines { get; } = new();

    public OutboxSignal Signal { get; } = new(default);

    public required JournalStore Store { get; init; }

    public required CredentialRegister Register { get; init; }

    /// <summary>Who lives where; without it the bridge knows of no household.</summary>
    public ResidentRegister? People { get; set; }

    public EngineClock Clock { get; private set; } = null!;

    public FireRelease Fire { get; private set; } = null!;

    public TranslationTable Translation { get; private set; } = null!;

    public BuildingMonitor Monitor { get; private set; } = null!;

    public JournalKeeper Keeper { get; private set; } = null!;

    public EffectRunner Effects { get; private set; } = null!;

    public UnknownCards Unknown { get; private set; } = null!;

    public Engine Engine { get; private set; } = null!;

    public BuildingState State => Monitor.Current.State;

    /// <summary>Configured, started, every door online and shut, and all of that journalled.</summary>
    public static EngineBench Running()
    {
        var bench = Open(new TestFolder(), new JumpingTime());
        bench.Ask(at => new PolicyInput.ConfigurationApplied(at, Tower.Rules));
        bench.Ask(at => new PolicyInput.BridgeStarted(at));
        foreach (var door in Tower.Rules.Doors.Keys)
        {
            bench.Tell(new DeviceEvent.Online(Tower.Device(door), bench.Now));
            bench.Sense(Tower.Point(door, "bolt"), PointReading.On);
            bench.Sense(Tower.Point(door, "contact"), PointReading.Off);
        }

        bench.Sense(Tower.FirePoint, PointReading.Off);
        bench.Engine.TakeTurn();
        return bench;
    }

    /// <summary>Another process on the same folder, as after a crash: what the one before held in memory is gone.</summary>
    public EngineBench AfterACrash()
    {
        Close();
        return Open(folder, Time);
    }

    public long Now => Time.GetTimestamp();

    public void Tell(DeviceEvent told) => Assert.True(Queue.TryOffer(new EngineItem.FromDevice(told)), "the queue has room");

    public void Ask(Func<Moment, PolicyInput> input) => Assert.True(Queue.TryOffer(new EngineItem.Asked(Now, input)), "the queue has room");

    public void Sense(PointId point, PointReading reading) => Tell(new DeviceEvent.InputRead(point, Now, reading));

    /// <summary>Somebody presents a credential; the read's number.</summary>
    public uint Present(DoorId door, CredentialData? credential = null, bool queued = false, TimeSpan age = default)
    {
        Tell(new DeviceEvent.CredentialRead(Tower.Source(door), Now, credential ?? Residents.Card, ++lastRead, age, queued));
        return lastRead;
    }

    public BlockedDisk BreakDisk() => BlockedDisk.Block(Options.Path);

    /// <summary>The entries as any other process sees them now: committed ones alone.</summary>
    public IReadOnlyList<StoredEntry> Journal(long after = 0)
    {
        using var reader = Assert.IsType<StorageResult<JournalReader>.Done>(JournalReader.Open(Options.Path)).Value;
        return Assert.IsType<StorageResult<IReadOnlyList<StoredEntry>>.Done>(reader.Page(new JournalQuery(After: after), 100_000)).Value;
    }

    public IEnumerable<string> Kinds(long after) => Journal(after).Select(entry => entry.Entry.Kind);

    public IReadOnlyList<OutboxMessage> Outbox()
    {
        using var outbox = Assert.IsType<StorageResult<Outbox>.Done>(Bridge.Journal.Outbox.Open(Options)).Value;
        return Assert.IsType<StorageResult<IReadOnlyList<OutboxMessage>>.Done>(outbox.Peek(EventTranslation.Channel, 0, 100_000)).Value;
    }

    public StateRecovery Recovered()
    {
        var snapshot = Assert.IsType<StorageResult<JournalSnapshot?>.Done>(Store.LatestSnapshot()).Value;
        return StateRecovery.Recover(snapshot, Store.EntriesAfter(Math.Max(0, (snapshot?.Position.Sequence ?? 0) - 1)));
    }

    public void Dispose()
    {
        if (!Close())
        {
            return;
        }

        var report = IsInOrder ? JournalInvariants.Check(Options.Path, Time.GetUtcNow()) : InvariantReport.None;
        folder.Dispose();
        Assert.True(report.Violations.Count == 0, report.ToString());
    }

    private static EngineBench Open(TestFolder folder, JumpingTime time)
    {
        var options = new JournalOptions(folder.File("journal.db"), "tower") { LockWait = TimeSpan.FromMilliseconds(1) };
        var bench = new EngineBench(folder, time, options)
        {
            Store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(options, time)).Store,
            Register = Residents.Open(folder),
        };
        bench.Assemble();
        return bench;
    }

    private void Assemble()
    {
        var recovery = Recovered();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Hong_Kong");
        var wiring = new WiringIndex(Tower.Wiring);
        Clock = new EngineClock(Time, zone, recovery.ContinueAt(Time.GetUtcNow()), recovery.LastWall);
        Translation = new TranslationTable(new RegisterLookup(Register), new HouseholdLookup(() => People?.Current), wiring);
        Lines.Use(Tower.Rules.Doors.Keys.Select(door => KeyValuePair.Create(Tower.Device(door), (IDeviceLine)Line)));
        Fire = new FireRelease(Lines, TimeProvider.System, Log.For<FireRelease>());
        Fire.Use(Tower.FireDoors);
        Monitor = new BuildingMonitor(recovery.State, Store.Head, Time, zone);
        Effects = new EffectRunner(Lines, Translation, Clock, Queue, Fire, Log.For<EffectRunner>());
        Keeper = new JournalKeeper(Store, recovery.State, new TurnRecorder(new EventTranslation("tower")), Time, Log.For<JournalKeeper>()) { Delivered = Signal.Delivered };
        Unknown = new UnknownCards(Register, Time);
        Engine = new Engine(Queue, Clock, Translation, Keeper, new TurnOutlet(Effects, Lines, Monitor, Signal) { Unknown = Unknown });
    }

    // False when it was done before: then the folder belongs to the next one.
    private bool Close()
    {
        if (closed)
        {
            return false;
        }

        closed = true;
        Fire.Dispose();
        Effects.Dispose();
        Register.Dispose();
        Store.Dispose();
        return true;
    }
}
