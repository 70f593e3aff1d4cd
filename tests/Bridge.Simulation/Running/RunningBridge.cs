using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Policy;
using Bridge.Simulation.Wires;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Simulation.Running;

/// <summary>
/// One run of the service: the product's own parts, wired as the product wires them, with simulated lines and without threads. Whoever turns the
/// clock also has the engine take its turns. The fire thread is not started: here fire goes the policy's way.
/// </summary>
internal sealed class RunningBridge : IDisposable
{
    private readonly List<SimulatedLine> current = [];

    private RunningBridge()
    {
    }

    public required EngineClock Clock { get; init; }

    public required EngineQueue Queue { get; init; }

    public required BuildingMonitor Monitor { get; init; }

    public required Engine Engine { get; init; }

    public required JournalKeeper Keeper { get; init; }

    public required Ticker Ticker { get; init; }

    public required FireRelease Fire { get; init; }

    private TranslationTable Translation { get; init; } = null!;

    private LineSet Lines { get; init; } = null!;

    public IReadOnlyList<SimulatedLine> Current => current;

    public BuildingState State => Monitor.Current.State;

    public static RunningBridge Build(SiteConfiguration site, JournalStore store, CredentialRegister register, TimeProvider time)
    {
        var zone = site.TimeZone;
        var recovery = StateRecovery.Of(store);
        var clock = new EngineClock(time, zone, recovery.ContinueAt(time.GetUtcNow()));
        var queue = new EngineQueue(capacity: 1024);
        var translation = new TranslationTable(new RegisterLookup(register), HouseholdLookup.Nobody, new WiringIndex(site.Wiring));
        var lines = new LineSet();
        var fire = new FireRelease(lines, time, NullLogger<FireRelease>.Instance);
        var monitor = new BuildingMonitor(recovery.State, store.Head, time, zone);
        var effects = new EffectRunner(lines, translation, clock, queue, fire, NullLogger<EffectRunner>.Instance);
        var recorder = new TurnRecorder(new EventTranslation(site.Site));
        var keeper = new JournalKeeper(store, recovery.State, recorder, time, NullLogger<JournalKeeper>.Instance);
        return new RunningBridge
        {
            Clock = clock,
            Queue = queue,
            Monitor = monitor,
            Engine = new Engine(queue, clock, translation, keeper, new TurnOutlet(effects, lines, monitor, new OutboxSignal(store.Head))),
            Keeper = keeper,
            Ticker = new Ticker(monitor, queue, clock, time),
            Fire = fire,
            Translation = translation,
            Lines = lines,
        };
    }

    /// <summary>Takes a configuration into use, in the product's order: the lines stop, the translation changes, the policy is told, the lines start.</summary>
    public void Use(SiteConfiguration site, Func<LineDefinition, SimulatedLine> create)
    {
        HangUp();
        Translation.Use(new WiringIndex(site.Wiring));
        Fire.Use(FireDoor.Of(site));
        Post(at => new PolicyInput.ConfigurationApplied(at, site.Rules));
        current.AddRange(site.Lines.Select(create));
        Lines.Use(current.SelectMany(line => line.Devices.Select(device => KeyValuePair.Create(device, (IDeviceLine)line))));
    }

    public void Listen(Func<DeviceEvent, bool> offer) => current.ForEach(line => _ = line.RunAsync(offer, CancellationToken.None));

    public void Post(Func<Moment, PolicyInput> input)
    {
        if (!Queue.TryOffer(new EngineItem.Asked(Clock.Timestamp, input)))
        {
            throw new InvalidOperationException("The engine's queue is full.");
        }
    }

    public void TakeTurns()
    {
        while (Queue.Waiting > 0)
        {
            Engine.TakeTurn();
        }
    }

    /// <summary>The lines end; with them every command that still waits for an answer.</summary>
    public void HangUp()
    {
        current.ForEach(line => line.FallSilent());
        current.Clear();
    }

    public void Dispose()
    {
        HangUp();
        Fire.Dispose();
    }
}
