using Bridge.Benchmarks.Sites;
using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Policy;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Benchmarks.Rigs;

/// <summary>The product's engine with its real journal (synchronous=FULL), register and outbox, and lines without a wire.</summary>
internal sealed class EngineRig : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly List<IDisposable> owned = [];
    private Task running = Task.CompletedTask;

    public required SiteConfiguration Site { get; init; }

    public required JournalStore Store { get; init; }

    public required CommitStamp Commit { get; init; }

    public required EngineQueue Queue { get; init; }

    public required OutboxSignal Outbox { get; init; }

    public required JournalKeeper Keeper { get; init; }

    public required BuildingMonitor Monitor { get; init; }

    public required DoorPulses Pulses { get; init; }

    public required TurnRecorder Recorder { get; init; }

    private Engine Engine { get; init; } = null!;

    /// <summary>Builds everything over a written site; its journal may hold rows already.</summary>
    public static EngineRig Open(BenchmarkSite files, Func<CredentialRegister, RegisterImport> residents)
    {
        var time = TimeProvider.System;
        var site = ConfigurationLoader.Load(files.SiteFile) switch
        {
            LoadResult.Loaded loaded => loaded.Configuration,
            LoadResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Errors)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
        site.Paths.Prepare();
        var stamp = new CommitStamp();
        var store = JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), stamp) is JournalOpened.Open opened
            ? opened.Store : throw new InvalidOperationException("The journal cannot be opened.");
        var register = CredentialRegister.Open(new RegisterOptions(site.Paths.Register, site.Paths.Pepper, site.Site)) is RegisterOpened.Open registered
            ? registered.Register : throw new InvalidOperationException("The register cannot be opened.");
        if (register.Import(residents(register)) is not RegisterImported.Done)
        {
            throw new InvalidOperationException("The register was not imported.");
        }

        var recovered = BuildingPolicy.Decide(
            BuildingState.Empty, new PolicyInput.ConfigurationApplied(new Moment(TimeSpan.Zero, time.GetUtcNow()), site.Rules)).Next;
        var rig = Wire(site, store, register, stamp, recovered);
        rig.owned.AddRange([register, store]);
        return rig;
    }

    /// <summary>On a thread like the product's; every device is there from the beginning.</summary>
    public void Start()
    {
        foreach (var device in Site.Lines.SelectMany(line => line.Devices))
        {
            Queue.TryOffer(new EngineItem.FromDevice(new DeviceEvent.Online(device.Device, TimeProvider.System.GetTimestamp())));
        }

        running = Task.Factory.StartNew(
            () => Engine.RunAsync(stopping.Token), stopping.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        owned.ForEach(part => part.Dispose());
        stopping.Dispose();
    }

    private static EngineRig Wire(SiteConfiguration site, JournalStore store, CredentialRegister register, CommitStamp stamp, BuildingState state)
    {
        var time = TimeProvider.System;
        var clock = new EngineClock(time, site.TimeZone, TimeSpan.Zero);
        var queue = new EngineQueue(capacity: 1024);
        var translation = new TranslationTable(new RegisterLookup(register), HouseholdLookup.Nobody, new WiringIndex(site.Wiring));
        var pulses = new DoorPulses(stamp);
        var lines = new LineSet();
        lines.Use(site.Lines.SelectMany(line =>
        {
            IDeviceLine instant = new InstantLine(line.Line, pulses.OnPulse);
            return line.Devices.Select(device => KeyValuePair.Create(device.Device, instant));
        }));
        var fire = new FireRelease(lines, time, NullLogger<FireRelease>.Instance);
        var effects = new EffectRunner(lines, translation, clock, queue, fire, NullLogger<EffectRunner>.Instance);
        var monitor = new BuildingMonitor(state, store.Head, time, site.TimeZone);
        var signal = new OutboxSignal(store.Head);
        var recorder = new TurnRecorder(new EventTranslation(site.Site));
        var keeper = new JournalKeeper(store, state, recorder, time, NullLogger<JournalKeeper>.Instance) { Delivered = signal.Delivered };
        var rig = new EngineRig
        {
            Site = site,
            Store = store,
            Commit = stamp,
            Queue = queue,
            Outbox = signal,
            Keeper = keeper,
            Monitor = monitor,
            Pulses = pulses,
            Recorder = recorder,
            Engine = new Engine(queue, clock, translation, keeper, new TurnOutlet(effects, lines, monitor, signal)),
        };
        rig.owned.AddRange([fire, effects, signal]);
        return rig;
    }
}
