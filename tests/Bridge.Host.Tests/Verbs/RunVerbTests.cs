using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Verbs;
using Bridge.Journal;

namespace Bridge.Host.Tests.Verbs;

/// <summary>Starts that cannot succeed end at once, each with its own code. The lines lead nowhere: 192.0.2.0/24 is for documentation.</summary>
public sealed class RunVerbTests
{
    [Fact]
    public async Task EndsWhenAnotherProcessWritesTheJournal()
    {
        using var folder = Folder(0, 0);
        var site = Good.Load(folder.SiteFile);
        site.Paths.Prepare();
        using var store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), TimeProvider.System)).Store;
        Assert.Equal(ExitCode.JournalInUse, await RunAsync(folder));
    }

    [Fact]
    public async Task EndsWhenTheJournalIsNoJournal()
    {
        using var folder = Folder(0, 0);
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        var journal = folder.Write(Path.Combine("data", "journal.db"), "this is not a journal");
        Assert.Equal(ExitCode.JournalUnusable, await RunAsync(folder));
        Assert.Equal("this is not a journal", File.ReadAllText(journal));
    }

    [Theory]
    [InlineData(true, "the broker's port")]
    [InlineData(false, "the page's port")]
    public async Task EndsWhenAPortIsTaken(bool broker, string why)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var folder = Folder(broker ? port : 0, broker ? 0 : port);
        Assert.True(await RunAsync(folder) == ExitCode.PortInUse, why);
    }

    [Fact]
    public async Task EndsWhenTheBeginningIsGoneAndNoSnapshotIsLeft()
    {
        using var folder = Folder(0, 0);
        var site = Good.Load(folder.SiteFile);
        site.Paths.Prepare();
        using (var store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), TimeProvider.System)).Store)
        {
            var entry = new JournalEntry(EntryOrigin.Event, "BridgeStarted", DateTimeOffset.UnixEpoch, TimeSpan.Zero, null, null, "{}", false);
            Assert.IsType<CommitResult.Committed>(store.Commit(new JournalBatch([entry, entry, entry], [], null)));
        }

        VerbTests.Execute(
            site.Paths.Journal,
            "INSERT INTO anchor SELECT 1, epoch, sequence, hash, 2, 0 FROM entry WHERE sequence = 2; DELETE FROM entry WHERE sequence <= 2");
        Assert.Equal(ExitCode.JournalUnusable, await RunAsync(folder));
    }

    [Fact]
    public async Task RunsWithoutThePasswordOfTheBrokerAsValidateSays()
    {
        using var folder = Folder(0, 0);
        File.WriteAllText(folder.SiteFile, Good.Replace(
            File.ReadAllText(folder.SiteFile),
            "\"broker\": \"embedded\", \"port\": 0",
            """ "broker": { "host": "127.0.0.1", "port": 1, "tls": false, "userName": "bridge", "passwordFile": "no-such-file" } """));
        var validated = await VerbRun.RunAsync(TestContext.Current.CancellationToken, "validate", "--site", folder.SiteFile);
        Assert.Equal(ExitCode.Ok, validated.Exit);
        Assert.Contains("the bridge starts, and events wait", validated.Output, StringComparison.Ordinal);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = VerbRun.RunAsync(stop.Token, "run", "--site", folder.SiteFile);
        var socket = Path.Combine(folder.Path, "data", "control.sock");
        await Eventually.Holds(() => running.IsCompleted || File.Exists(socket), "the control socket is there", TimeSpan.FromSeconds(60));
        Assert.False(running.IsCompleted, "it runs");
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, (await running).Exit);
    }

    private static async Task<int> RunAsync(SiteFolder folder)
    {
        // A start that does succeed would run for ever: the limit makes that a failure of the test.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        return (await VerbRun.RunAsync(limit.Token, "run", "--site", folder.SiteFile)).Exit;
    }

    private static SiteFolder Folder(int brokerPort, int pagePort)
    {
        var site = File.ReadAllText(RepositoryFiles.Sample);
        site = Good.Replace(site, "/var/lib/accessbridge", "data");
        site = Good.Replace(site, "/var/log/accessbridge", "none");
        site = Good.Replace(site, "192.168.10.20", "192.0.2.20");
        site = Good.Replace(site, "\"embedded\", \"port\": 1883,", string.Create(CultureInfo.InvariantCulture, $"\"embedded\", \"port\": {brokerPort},"));
        return SiteFolder.With(Good.Replace(site, "127.0.0.1:8480", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{pagePort}")));
    }
}
