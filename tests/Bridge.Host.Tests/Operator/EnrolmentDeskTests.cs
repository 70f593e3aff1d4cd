using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.Operator;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;

namespace Bridge.Host.Tests.Operator;

/// <summary>In which order an enrolment is written down, and what is left of it however it ends.</summary>
public sealed class EnrolmentDeskTests : IDisposable
{
    private const string Own = "5d2f0c11a97be3446208c1f07b93d85e";

    private const string Site = """
        {
          "site": "harbour-tower", "timeZone": "Asia/Hong_Kong", "dataDirectory": "data",
          "lines": { "gate": { "kind": "osdp", "serialPort": "/dev/ttyS7", "baud": 38400 }, "relays": { "kind": "modbusTcp", "host": "192.0.2.1" } },
          "devices": {
            "outside": { "line": "gate", "address": 5 }, "new": { "line": "gate", "address": 6 }, "clear": { "line": "gate", "address": 7, "secure": false },
            "board": { "line": "relays", "unit": 1, "profile": "waveshare-relay-8-di" }
          },
          "accessLevels": { "residents": { "doors": "all", "schedule": "always" } },
          "doors": { "main": { "lock": "board.relay1", "readers": {
            "outside": { "source": "outside.reader", "authentication": "card" }, "new": { "source": "new.reader", "authentication": "card" },
            "clear": { "source": "clear.reader", "authentication": "card" } } } },
          "mqtt": { "broker": "embedded", "port": 1883 }, "http": { "listen": "127.0.0.1:8480" }
        }
        """;

    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);

    private readonly EngineBench bench = EngineBench.Running();
    private readonly SiteFolder folder = SiteFolder.With(Site);
    private readonly FakeReaderLine line = new();

    public EnrolmentDeskTests()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, $$"""{ "outside": { "key": "{{Own}}" } }""");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        bench.Lines.Use(((string[])["outside", "new", "clear"]).Select(reader => KeyValuePair.Create(new DeviceId(reader), (IDeviceLine)line)));
    }

    private string KeyFile => Path.Combine(folder.Path, "data", "secrets", "osdp-keys.json");

    private string Keys => File.ReadAllText(KeyFile);

    private EnrolmentDesk Desk => field ??= new(
        bench.Lines, new SiteHolder(Good.Load(folder.SiteFile)), new EnrolmentRecord(bench.Queue, bench.Clock, bench.Monitor), TimeProvider.System, bench.Log.For<EnrolmentDesk>());

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task TheOrderIsInTheJournalAndTheKeyOnDiskBeforeTheReaderHearsOfIt()
    {
        var seen = "";
        line.OnOrder = wish => seen = $"{string.Join(' ', Told())} {Keys.Contains(Convert.ToHexStringLower(wish.Key.Span), StringComparison.Ordinal)}";
        Assert.Null(await BeginAsync("outside"));
        await Eventually.Holds(() => line.Ordered.Count == 1, "the line has the order");
        Assert.Equal("ReaderEnrolmentStarted True", seen);
        var key = Convert.ToHexStringLower(line.Ordered[0].Key.Span);

        line.End.SetResult(new OsdpEnrolmentEnd.Proved(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }, default));
        await OverAsync("outside");
        Assert.True(Desk.Report("outside")!.Succeeded);
        Assert.Contains($"\"key\": \"{key}\"", Keys, StringComparison.Ordinal);
        Assert.Contains("\"clientId\": \"0102030405060708\"", Keys, StringComparison.Ordinal);
        Assert.DoesNotContain(Own, Keys, StringComparison.Ordinal);
        Assert.Equal(["ReaderEnrolmentStarted", "ReaderEnrolled"], Told());
        Assert.All(bench.Journal(), entry => Assert.DoesNotContain(key, entry.Entry.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(bench.Journal(), entry => entry.Entry.Body.Contains("local-operator", StringComparison.Ordinal) && entry.Entry.Body.Contains("outside", StringComparison.Ordinal));
    }

    public static TheoryData<string, OsdpEnrolmentEnd, bool> Failures => new()
    {
        { "its time was over before anything was sent", new OsdpEnrolmentEnd.Over("its time is over", KeySent: false), false },
        { "the reader kept its key", new OsdpEnrolmentEnd.NotTaken("not taken"), false },
        { "nobody knows whether it took the key", new OsdpEnrolmentEnd.Over("the line is down", KeySent: true), true },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task AFailureLeavesTheOldKeyAndKeepsTheNewOneWhileTheReaderMayHaveIt(string why, OsdpEnrolmentEnd end, bool isKept)
    {
        Assert.Null(await BeginAsync("outside"));
        line.End.SetResult(end);
        await OverAsync("outside");
        Assert.Contains(Own, Keys, StringComparison.Ordinal);
        Assert.True(Keys.Contains("pending", StringComparison.Ordinal) == isKept, why);
        Assert.False(Desk.Report("outside")!.Succeeded);
        Assert.Equal(["ReaderEnrolmentStarted", "ReaderEnrolmentEnded"], Told());
        Assert.Null(await BeginAsync("outside"));
    }

    [Theory]
    [InlineData("nobody", "there are outside, new, clear")]
    [InlineData("board", "no OSDP reader")]
    [InlineData("clear", "read in clear")]
    [InlineData("new", "--from-default-key")]
    public async Task WhatCannotBeEnrolledIsRefusedWithAReason(string reader, string reason)
    {
        Assert.Contains(reason, await BeginAsync(reader), StringComparison.Ordinal);
        Assert.Empty(line.Ordered);
        Assert.Empty(Told());
        Assert.DoesNotContain("pending", Keys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyOneAtATimeAndItCanBeCalledOff()
    {
        Assert.Null(await BeginAsync("new", fromDefaultKey: true));
        Assert.Contains("under way", await BeginAsync("outside"), StringComparison.Ordinal);
        Assert.False(Desk.Cancel("outside"));
        Assert.True(Desk.Cancel("new"));
        await OverAsync("new");
        Assert.False(Desk.Cancel("new"));
        Assert.DoesNotContain("new", Keys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileTheJournalFailsNoKeyIsGiven()
    {
        using (bench.BreakDisk())
        {
            bench.Present(Tower.Office);
            bench.Engine.TakeTurn();
            Assert.Contains("journal", await BeginAsync("outside"), StringComparison.Ordinal);
        }

        Assert.Empty(line.Ordered);
        Assert.DoesNotContain("pending", Keys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyThatCannotBeKeptIsNotGiven()
    {
        _ = Desk;
        File.WriteAllText(KeyFile, "{");
        Assert.NotNull(await BeginAsync("outside", fromDefaultKey: true));
        bench.Engine.TakeTurn();
        Assert.Empty(line.Ordered);
        Assert.Equal(["ReaderEnrolmentStarted", "ReaderEnrolmentEnded"], Told());
    }

    [Theory]
    [InlineData(true, "ReaderEnrolled")]
    [InlineData(false, "ReaderEnrolmentEnded")]
    public async Task AfterAnEnrolmentThatWasCutShortTheFileSaysWhatTheReaderHas(bool isPending, string told)
    {
        File.WriteAllText(KeyFile, $$"""{ "outside": { "key": "{{Own}}", "pending": "a1b2c3d4e5f60718293a4b5c6d7e8f90" } }""");
        Desk.Settle(new DeviceEvent.KeySettled(new DeviceId("outside"), 0, isPending));
        await Eventually.Holds(() => bench.Queue.Waiting == 1, "it is to be journalled");
        bench.Engine.TakeTurn();
        Assert.Equal([told], Told());
        Assert.Equal((isPending, !isPending), (Keys.Contains("a1b2c3", StringComparison.Ordinal), Keys.Contains(Own, StringComparison.Ordinal)));
        Assert.DoesNotContain("pending", Keys, StringComparison.Ordinal);
    }

    private IEnumerable<string> Told() => bench.Kinds(0).Where(kind => kind.StartsWith("ReaderEnrol", StringComparison.Ordinal) && kind != nameof(PolicyInput.ReaderEnrolment));

    // The engine turns while the desk waits for its journal.
    private async Task<string?> BeginAsync(string reader, bool fromDefaultKey = false)
    {
        var begun = Desk.BeginAsync(reader, Minutes, fromDefaultKey, TestContext.Current.CancellationToken);
        await Eventually.Holds(() => Turned() && begun.IsCompleted, "it has begun or not");
        return await begun;
    }

    private async Task OverAsync(string reader)
    {
        await Eventually.Holds(() => Desk.Report(reader)!.IsOver, "it is over");
        bench.Engine.TakeTurn();
    }

    private bool Turned()
    {
        if (bench.Queue.Waiting > 0)
        {
            bench.Engine.TakeTurn();
        }

        return true;
    }
}
