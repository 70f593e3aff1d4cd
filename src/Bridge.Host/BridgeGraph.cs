using Bridge.Host.Configuration;
using Bridge.Host.Health;
using Bridge.Host.Operator;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Bridge.Outbound;
using Microsoft.Extensions.Logging;

namespace Bridge.Host;

/// <summary>What is wired to what, in order. Nothing here starts.</summary>
public sealed class BridgeGraph : IAsyncDisposable
{
    private readonly Outbox pumped;
    private readonly BacklogGauge backlog;

    private BridgeGraph(Outbox pumped, BacklogGauge backlog)
    {
        this.pumped = pumped;
        this.backlog = backlog;
    }

    public required SiteHolder Site { get; init; }

    public required RuntimeParts Parts { get; init; }

    public required BuildingMonitor Monitor { get; init; }

    public required BridgeLinks Links { get; init; }

    public required DoorBoard Board { get; init; }

    public required ControlSocket Control { get; init; }

    public required Reload Reload { get; init; }

    public required BridgeMetrics Metrics { get; init; }

    /// <summary>What is personal, sealed; null for a bridge without desks.</summary>
    public PersonVault? Vault { get; init; }

    /// <summary>Who lives where; null for a bridge without desks.</summary>
    public ResidentRegister? Residents { get; init; }

    public required CredentialRegister Register { get; init; }

    public required UnknownCards UnknownCards { get; init; }

    /// <param name="between">Stands between each line and the host; the product puts nothing there.</param>
    /// <param name="residents">Who lives where; null for a bridge that knows doors and credentials alone.</param>
    /// <param name="vault">Where people are sealed; null for a bridge that keeps no records.</param>
    public static BridgeGraph Build(
        SiteConfiguration configuration, JournalStore store, CredentialRegister register, IOutboundChannel channel, TimeProvider time, ILoggerFactory logs,
        Func<Devices.IDeviceLine, Devices.IDeviceLine>? between = null, PersonVault? vault = null, ResidentRegister? residents = null)
    {
        var outbox = OpenOutbox(configuration);
        var backlog = new BacklogGauge(OpenOutbox(configuration), time);
        var recovery = Recover(store, logs.CreateLogger<StateRecovery>());
        var clock = new EngineClock(time, configuration.TimeZone, recovery.ContinueAt(time.GetUtcNow()), recovery.LastWall);
        var queue = new EngineQueue(capacity: 1024);
        var wiring = new WiringIndex(configuration.Wiring);
        var translation = new TranslationTable(new RegisterLookup(register), HouseholdLookup.In(residents), wiring);
        var (lines, unknown) = (new LineSet(), new UnknownCards(register, time));
        var fire = Fire(configuration, lines, time, logs);
        var monitor = new BuildingMonitor(recovery.State, store.Head, time, configuration.TimeZone);
        var effects = new EffectRunner(lines, translation, clock, queue, fire, logs.CreateLogger<EffectRunner>());
        var signal = new OutboxSignal(store.Head);
        var keeper = new JournalKeeper(
            store, recovery.State, new TurnRecorder(new EventTranslation(configuration.Site)), time, logs.CreateLogger<JournalKeeper>()) { Delivered = signal.Delivered };
        var supervision = new LineSupervision(lines, logs.CreateLogger<LineSupervision>());
        var pump = new OutboxPump(outbox, signal, time, logs.CreateLogger<OutboxPump>());
        var broker = new BrokerSession(channel, new StatePublisher(configuration.Site, monitor, time), pump, time, logs.CreateLogger<BrokerSession>());
        var site = new SiteHolder(configuration);
        var links = new BridgeLinks(broker, backlog, supervision);
        var enrolments = new EnrolmentDesk(lines, site, new EnrolmentRecord(queue, clock, monitor), time, logs.CreateLogger<EnrolmentDesk>());
        var parts = new RuntimeParts(
            queue, clock, new Engine(queue, clock, translation, keeper, new TurnOutlet(effects, lines, monitor, signal) { Unknown = unknown }), effects, fire,
            new LineFactory(queue, fire, time, logs, between) { Settled = enrolments.Settle }, supervision,
            new Ticker(monitor, queue, clock, time), broker, new RegisterWatch(register, time, logs.CreateLogger<RegisterWatch>()) { Residents = residents },
            new RetentionJob(configuration.Paths.Journal, site, queue, clock, time, logs.CreateLogger<RetentionJob>()) { People = People(vault, site, time, logs) });
        return new BridgeGraph(outbox, backlog)
        {
            Site = site, Parts = parts,
            Monitor = monitor, Links = links,
            Board = new DoorBoard(site, monitor, links, time),
            Control = new ControlSocket(queue, clock, monitor, new DeviceFigures(supervision, time)) { Enrolments = enrolments },
            Reload = new Reload(parts, site, translation, monitor, logs.CreateLogger<Reload>()),
            Vault = vault, Residents = residents, Register = register, UnknownCards = unknown,
            Metrics = new BridgeMetrics(monitor, links, queue, pump),
        };
    }

    public ValueTask DisposeAsync()
    {
        Metrics.Dispose();
        Reload.Dispose();
        Parts.Lines.Dispose();
        Parts.Effects.Dispose();
        pumped.Dispose();
        backlog.Dispose();
        return ValueTask.CompletedTask;
    }

    private static PersonRetention? People(PersonVault? vault, SiteHolder site, TimeProvider time, ILoggerFactory logs) =>
        vault is null ? null : new PersonRetention(vault, site.Current.Paths.Journal, site, time, logs.CreateLogger<PersonRetention>());

    private static FireRelease Fire(SiteConfiguration configuration, LineSet lines, TimeProvider time, ILoggerFactory logs)
    {
        var fire = new FireRelease(lines, time, logs.CreateLogger<FireRelease>());
        fire.Use(FireDoor.Of(configuration));
        return fire;
    }

    private static Outbox OpenOutbox(SiteConfiguration configuration) => Outbox.Open(new JournalOptions(configuration.Paths.Journal, configuration.Site)) switch
    {
        StorageResult<Outbox>.Done { Value: var outbox } => outbox,
        StorageResult<Outbox>.Failed failed => throw new IOException($"The outbox of the journal just opened cannot be opened: {failed.Reason}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static StateRecovery Recover(JournalStore store, ILogger log)
    {
        var recovery = StateRecovery.Of(store);
        log.LogInformation("State recovered from journal {Head}: {Replayed} inputs after the snapshot",
            Verbs.HeadText.Show(new JournalHead(store.Head, store.HeadHash)), recovery.Replayed);
        return recovery;
    }
}
