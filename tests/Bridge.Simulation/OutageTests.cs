using Bridge.Host;
using Bridge.Host.Runtime;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Outbound;
using Bridge.Policy;
using Bridge.Simulation.Lives;
using Bridge.Simulation.Replays;
using Bridge.Simulation.Residents;
using Bridge.Simulation.Running;
using Bridge.Simulation.Sites;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Bridge.Simulation;

/// <summary>The product's own graph while its journal cannot be written.</summary>
public sealed class OutageTests(ITestOutputHelper output) : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly LifeFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 10, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly SitePlan plan = SiteDraw.Draw(new Random(1), new DateOnly(2026, 10, 24));
    private CredentialRegister? register;
    private JournalStore? store;
    private BridgeGraph? bridge;

    private JournalStore Store => store!;

    private BridgeGraph Bridge => bridge!;

    private BuildingState State => Bridge.Monitor.Current.State;

    [Theory]
    [InlineData(100, true, "what is held is written late, and nothing is missing")]
    [InlineData(JournalKeeper.RingCapacity + 100, false, "what does not fit is lost, and only a snapshot can give the state back")]
    public void TheNextStartKnowsWhatWasDecidedDuringAnOutage(int inputs, bool isWhole, string why)
    {
        Start();
        using (BlockedDisk.At(Bridge.Site.Current.Paths.Journal))
        {
            // The first one held, and the first to go when there is no more room.
            Tell(at => new PolicyInput.TamperSensed(at, State.Doors.Keys.Last(), true));
            for (var i = 1; i < inputs; i++)
            {
                Tell(at => new PolicyInput.TamperSensed(at, State.Doors.Keys.First(), i % 2 == 1));
            }

            Assert.True(Bridge.Monitor.Current.Degraded, "the journal was to be blocked");
        }

        time.Advance(Second * 2);
        Tell(at => new PolicyInput.Tick(at));
        Assert.False(Bridge.Monitor.Current.Degraded, "the journal can be written again");
        var recovered = StructuralDifference.Between(StateRecovery.Of(Store).State, State);
        Assert.True(recovered is null, $"{why}: {recovered}");
        var (_, difference) = JournalReplay.Run(Store.EntriesAfter(0));
        var entries = Store.EntriesAfter(0).Count(entry => entry.Entry.Origin == EntryOrigin.Input);
        Assert.Equal(isWhole, entries == inputs + 2);
        output.WriteLine($"{inputs} inputs during the outage, {entries} inputs in the journal; replayed from nothing: {difference ?? "the same"}");
    }

    [Fact]
    public async Task AReloadIsRefusedWhileTheJournalCannotBeWritten()
    {
        Start();
        var stop = TestContext.Current.CancellationToken;
        var changed = Path.Combine(folder.Path, "site.json");
        var hash = Bridge.Site.Current.Hash;
        await File.WriteAllTextAsync(changed, SiteText.Of(plan with { WrongPins = plan.WrongPins + 1 }), stop);
        using (BlockedDisk.At(Bridge.Site.Current.Paths.Journal))
        {
            Tell(at => new PolicyInput.TamperSensed(at, State.Doors.Keys.First(), true));
            Assert.False(await Bridge.Reload.RunAsync(changed, stop), "the policy does not take a configuration without a journal: half of it would be in force");
            Assert.Equal(hash, Bridge.Site.Current.Hash);
        }

        time.Advance(Second * 2);
        Tell(at => new PolicyInput.Tick(at));
        Assert.True(await Bridge.Reload.RunAsync(changed, stop), "the control: with a journal it is taken");
        Bridge.Parts.Engine.TakeTurn();
        Assert.Equal(plan.WrongPins + 1, State.Rules.Lockout.WrongPins);
        await Bridge.Parts.Lines.StopAsync();
    }

    [Fact]
    public void AnOutageOfHoursKeepsNothingOpen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc to count open files");
        Start();
        var before = OpenFiles();
        using (BlockedDisk.At(Bridge.Site.Current.Paths.Journal))
        {
            for (var attempts = 0; attempts < 50; attempts++)
            {
                Tell(at => new PolicyInput.TamperSensed(at, State.Doors.Keys.First(), attempts % 2 == 0));
                time.Advance(Second * 2);
            }
        }

        // Counted when nobody blocks it any more: until then SQLite itself keeps files open in this process, so as not to lose a lock.
        Assert.True(OpenFiles() <= before, $"{before} files of the journal were open, and {OpenFiles()} after 50 attempts to open it again");

        // The other tests open and close files meanwhile: one that is gone when it is looked at has no target.
        int OpenFiles() => new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos()
            .Count(file => file.LinkTarget?.StartsWith(Bridge.Site.Current.Paths.Journal, StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task LinesCanBeStoppedBeforeTheyHaveBegun()
    {
        Start();
        for (var trial = 0; trial < 200; trial++)
        {
            var site = Bridge.Site.Current;
            Bridge.Parts.Lines.Start(site.Lines, Bridge.Parts.Factory.Create(site, new Host.Translation.WiringIndex(site.Wiring)));
            await Bridge.Parts.Lines.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (bridge is not null)
        {
            await bridge.DisposeAsync();
        }

        store?.Dispose();
        register?.Dispose();
        folder.Dispose();
    }

    private void Start()
    {
        var site = SiteText.Load(plan, folder.Path);
        site.Paths.Prepare();
        register = RegisterFile.Open(folder.Path, []);
        var options = new JournalOptions(site.Paths.Journal, site.Site) { LockWait = TimeSpan.FromMilliseconds(1) };
        store = ((JournalOpened.Open)JournalStore.Open(options, time)).Store;
        bridge = BridgeGraph.Build(site, store, register, Mock.Of<IOutboundChannel>(), time, NullLoggerFactory.Instance);
        Tell(at => new PolicyInput.ConfigurationApplied(at, site.Rules));
        Tell(at => new PolicyInput.BridgeStarted(at));
    }

    private void Tell(Func<Moment, PolicyInput> input)
    {
        Assert.True(Bridge.Parts.Queue.TryOffer(new EngineItem.Asked(Bridge.Parts.Clock.Timestamp, input)));
        Bridge.Parts.Engine.TakeTurn();
    }
}
