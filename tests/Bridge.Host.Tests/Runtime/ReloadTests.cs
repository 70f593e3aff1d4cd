using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

/// <summary>A changed site file is taken whole or not at all. The lines of the sample lead nowhere here, which is all the same to a reload.</summary>
public sealed class ReloadTests : IAsyncLifetime
{
    private static readonly DoorId Roof = new("roof");

    private readonly SiteFolder folder = SiteFolder.With(Good.Replace(Good.Replace(Good.Replace(
        File.ReadAllText(RepositoryFiles.Sample), "/var/lib/accessbridge", "data"), "/var/log/accessbridge", "logs"), "192.168.10.20", "127.0.0.1"));

    private readonly LogBook log = new();
    private readonly JournalStore store;
    private readonly CredentialRegister register;
    private readonly BridgeGraph bridge;
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Task engine;

    public ReloadTests()
    {
        var site = Good.Load(folder.SiteFile);
        site.Paths.Prepare();
        store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site) { LockWait = TimeSpan.FromMilliseconds(1) }, TimeProvider.System)).Store;
        register = Assert.IsType<RegisterOpened.Open>(CredentialRegister.Open(new RegisterOptions(site.Paths.Register, site.Paths.Pepper, site.Site))).Register;
        bridge = BridgeGraph.Build(site, store, register, new FakeChannel(), TimeProvider.System, log);
        bridge.Parts.Lines.Start(site.Lines, bridge.Parts.Factory.Create(site, new Host.Translation.WiringIndex(site.Wiring)));
        engine = bridge.Parts.Engine.RunAsync(stop.Token);
        Post(at => new PolicyInput.ConfigurationApplied(at, site.Rules));
    }

    public async ValueTask InitializeAsync() =>
        await Eventually.Holds(() => bridge.Monitor.Current.State.Doors.Count == 2, "the file of the start is in force");

    public async ValueTask DisposeAsync()
    {
        await bridge.Parts.Lines.StopAsync();
        await stop.CancelAsync();
        await engine;
        await bridge.DisposeAsync();
        register.Dispose();
        store.Dispose();
        stop.Dispose();
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task AGoodFileIsInForceAtOnceAndJournalled()
    {
        var before = bridge.Parts.Lines.Supervisors;
        Change("\"releaseTime\": \"5 s\"", "\"releaseTime\": \"7 s\"");
        Assert.True(await ReloadAsync());
        await Eventually.Holds(() => Rules(new DoorId("lobby-main")).ReleaseTime == TimeSpan.FromSeconds(7), "the engine has it");
        Assert.NotSame(before, bridge.Parts.Lines.Supervisors);
        Assert.Equal(2, store.EntriesAfter(0).Count(entry => entry.Entry is { Origin: EntryOrigin.Input, Kind: "ConfigurationApplied" }));
        Assert.Equal(Good.Load(folder.SiteFile).Hash, bridge.Site.Current.Hash);
        Assert.Empty(Complaints());
    }

    [Fact]
    public async Task TheRulesOfAdmissionAreTheNewFiles()
    {
        Change("\"grant\": \"15 s\"", "\"grant\": \"20 s\"");
        Change("\"doors\": [\"lobby-main\"], \"patrol\"", "\"doors\": [\"lobby-main\", \"roof\"], \"patrol\"");
        Assert.True(await ReloadAsync());
        await Eventually.Holds(() => bridge.Monitor.Current.State.Rules.Admission.Times.Grant == TimeSpan.FromSeconds(20), "the engine has it");
        Assert.Equal([new DoorId("lobby-main"), Roof], bridge.Monitor.Current.State.Rules.Admission.Lobbies[new LobbyId("a")].Doors);
    }

    public static TheoryData<string, string, string, string> WrongFiles => new()
    {
        { "\"releaseTime\": \"5 s\"", "\"releaseTime\": \"five\"", "$.doors.lobby-main.releaseTime", "a wrong value" },
        { "\"fireRelease\": true,", "\"fireRelaese\": true,", "fireRelaese", "an unknown key" },
        { "\"doors\": {", "\"doors\": [", "site.json:", "not even JSON" },
        { "\"lock\": \"roof-io.relay1\"", "\"lock\": \"roof-io.relay99\"", "$.doors.roof.lock", "a point that the device does not have" },
    };

    [Theory, MemberData(nameof(WrongFiles))]
    public async Task AWrongFileLeavesTheOldOneInForceAndIsOneErrorWithItsPlace(string old, string wrong, string place, string why)
    {
        var before = (bridge.Site.Current, bridge.Parts.Lines.Supervisors);
        Change(old, wrong);
        Assert.False(await ReloadAsync(), why);
        var said = Assert.Single(Complaints());
        Assert.Contains(place, said, StringComparison.Ordinal);
        Assert.Contains("site.json:", said, StringComparison.Ordinal);
        Assert.Equal(before, (bridge.Site.Current, bridge.Parts.Lines.Supervisors));
    }

    [Fact]
    public async Task AMissingFileIsOneError()
    {
        File.Delete(folder.SiteFile);
        Assert.False(await ReloadAsync());
        Assert.Contains("cannot be read", Assert.Single(Complaints()), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Restarts => new()
    {
        { "\"site\": \"harbour-tower\"", "\"site\": \"harbour-tower-2\"", "site" },
        { "\"timeZone\": \"Asia/Hong_Kong\"", "\"timeZone\": \"Europe/Berlin\"", "timeZone" },
        { "\"dataDirectory\": \"data\"", "\"dataDirectory\": \"data2\"", "dataDirectory" },
        { "\"embedded\", \"port\": 1883", "\"embedded\", \"port\": 1884", "mqtt" },
        { "127.0.0.1:8480", "127.0.0.1:8481", "http" },
        { "\"directory\": \"logs\"", "\"directory\": \"logs2\"", "logging" },
    };

    [Theory, MemberData(nameof(Restarts))]
    public async Task WhatNeedsARestartIsSaidAndNothingOfTheFileIsTaken(string old, string changed, string key)
    {
        var before = bridge.Site.Current;
        Change(old, changed);
        Change("\"releaseTime\": \"5 s\"", "\"releaseTime\": \"7 s\"");
        Assert.False(await ReloadAsync());
        Assert.Contains($"needs a restart ({key})", Assert.Single(Complaints()), StringComparison.Ordinal);
        Assert.Same(before, bridge.Site.Current);
        Assert.Equal(TimeSpan.FromSeconds(5), Rules(new DoorId("lobby-main")).ReleaseTime);
    }

    [Fact]
    public async Task AProfileThatCameWithTheNewFileIsKnown()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "profiles"));
        var shipped = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "src", "Bridge.Devices", "Profiles", "generic-keypad-lock.json"), stop.Token);
        folder.Write(Path.Combine("profiles", "our-lock.json"), Good.Replace(shipped, "\"generic-keypad-lock\",", "\"our-lock\","));
        Change("// \"profileDirectory\"", "\"profileDirectory\"");
        Change("\"unit\": 1, \"profile\": \"generic-keypad-lock\", \"poll\": \"100 ms\"", "\"unit\": 1, \"profile\": \"our-lock\", \"poll\": \"100 ms\"");
        Assert.True(await ReloadAsync());
        Assert.Equal(2, bridge.Parts.Lines.Supervisors.Count);
        Assert.Empty(Complaints());
    }

    [Fact]
    public async Task WhileTheJournalCannotBeWrittenNothingIsTaken()
    {
        var before = bridge.Site.Current;
        Change("\"releaseTime\": \"5 s\"", "\"releaseTime\": \"7 s\"");
        using (BlockedDisk.Block(before.Paths.Journal))
        {
            Post(at => new PolicyInput.ModeRequested(at, Roof, Bridge.Policy.Doors.DoorModeRequest.Block, new ActorId("lead")));
            await Eventually.Holds(() => bridge.Monitor.Current.Degraded, "the disk fails");
            Assert.False(await ReloadAsync());
            Assert.Same(before, bridge.Site.Current);
        }

        Post(at => new PolicyInput.Tick(at));
        await Eventually.Holds(
            () =>
            {
                Post(at => new PolicyInput.Tick(at));
                return !bridge.Monitor.Current.Degraded;
            },
            "the disk is back");
        Assert.True(await ReloadAsync());
    }

    [Fact]
    public async Task ADoorThatOpensInAFireSinceTheReloadDoesSo()
    {
        Change("\"fireRelease\": true,\n      \"readers\": { \"outside\": { \"source\": \"roof-reader.reader\"", "\"fireRelease\": false,\n      \"readers\": { \"outside\": { \"source\": \"roof-reader.reader\"");
        Assert.True(await ReloadAsync());
        await Eventually.Holds(() => !Rules(Roof).FireRelease, "not in a fire");
        bridge.Parts.Fire.Trigger();
        Assert.True(!bridge.Parts.Fire.Holds(Roof) && bridge.Parts.Fire.Holds(new DoorId("lobby-main")));
        Change("\"fireRelease\": false,", "\"fireRelease\": true,");
        Assert.True(await ReloadAsync());
        await Eventually.Holds(() => bridge.Parts.Fire.Holds(Roof), "in a fire, and there is one");
    }

    private void Change(string old, string changed) => File.WriteAllText(folder.SiteFile, Good.Replace(File.ReadAllText(folder.SiteFile), old, changed));

    private Task<bool> ReloadAsync() => bridge.Reload.RunAsync(folder.SiteFile, stop.Token);

    private Bridge.Policy.Doors.DoorRules Rules(DoorId door) => bridge.Monitor.Current.State.Rules.Doors[door];

    private void Post(Func<Moment, PolicyInput> input) =>
        Assert.True(bridge.Parts.Queue.TryOffer(new Host.Runtime.EngineItem.Asked(bridge.Parts.Clock.Timestamp, input)));

    // The lines of the sample lead nowhere and say so; the journal says when its disk fails. What is left is the reload's.
    private List<string> Complaints() => [.. log.Lines
        .Where(line => line.Level >= LogLevel.Error && !line.Text.StartsWith("Line ", StringComparison.Ordinal) && !line.Text.StartsWith("The journal", StringComparison.Ordinal))
        .Select(line => line.Text)];
}
