using System.Diagnostics;
using Bridge.EndToEnd.Tests.Running;
using Microsoft.Data.Sqlite;

namespace Bridge.EndToEnd.Tests.Disk;

/// <summary>
/// What must hold while the disk takes nothing and when it is back, whatever it is that ails the disk. Asserted at the simulated doors, in the
/// devices' memories, at the broker, in the log and in the journal.
/// </summary>
internal sealed class FailingDiskStory(Tower tower, ITestOutputHelper output)
{
    private const string Lost = "The journal cannot be written (";
    private const string Back = "The journal is written again";
    private static readonly TimeSpan AlarmLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FireLimit = TimeSpan.FromSeconds(1);

    private (int Entries, int Acknowledged, int Told) before;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task WhileItFailsAsync(Action becomesBad)
    {
        // The control: with a disk that is well a read is acknowledged, written and told.
        Assert.NotNull(await tower.EnterAsync("lobby-main", 4, Token));
        Assert.True(await tower.SecuredAsync("lobby-main", Token));
        await tower.QuietAsync(Token);
        before = tower.Standing;
        Assert.Equal(1, before.Acknowledged);
        Assert.True(tower.SaysThatItsJournalIs("written"), "told while all is well");
        becomesBad();
        var clock = Stopwatch.StartNew();
        // Two residents at one reader, one after the other, and one on the other line.
        var delays = new List<TimeSpan?> { await tower.EnterAsync("lobby-main", 0, Token) };
        Assert.True(await Deadline.UntilAsync(() => tower.Said(Lost) == 1, AlarmLimit, Token), $"not said within {AlarmLimit}:\n{tower.Bridge.Output}");
        var alarm = clock.Elapsed;
        Assert.True(await tower.SecuredAsync("lobby-main", Token));
        delays.Add(await tower.EnterAsync("lobby-main", 1, Token));
        delays.Add(await tower.EnterAsync("roof", 2, Token));
        Assert.DoesNotContain(null, delays);
        Assert.False(await tower.Bridge.AnswersAsync("health/ready", TimeSpan.FromSeconds(1), Token), "health/ready says that it is not well");
        Assert.True(await tower.Bridge.AnswersAsync("health/live", TimeSpan.FromSeconds(5), Token), "health/live says that it turns");

        await StrangersStayOutAsync();
        await EvidenceIsNeededAsync();
        await TheWayOutIsOpenAsync();
        await FireOpensEverythingAsync();

        // Nothing was acknowledged, nothing told of the building, nothing written; that it is so is told.
        Assert.True(tower.SaysThatItsJournalIs("failing"), "whoever listens has to know why it is so quiet");
        Assert.Equal(before, tower.Standing);
        Assert.Equal(4, tower.Pending().Count);
        Assert.Equal(1, tower.Said(Lost));
        output.WriteLine($"disk failed: said once after {alarm.TotalMilliseconds:0} ms; card to pulse {string.Join(", ", delays.Select(delay => $"{delay!.Value.TotalMilliseconds:0} ms"))}; "
            + $"0 of {tower.Pending().Count} reads acknowledged, 0 messages told; control: {before.Acknowledged} acknowledged and {before.Told} told before");
    }

    public async Task WhenItIsBackAsync()
    {
        var clock = Stopwatch.StartNew();
        Assert.True(await Deadline.UntilAsync(() => tower.Said(Back) == 1 && tower.Pending().Count == 0, RecoveryLimit, Token), $"not back:\n{tower.Bridge.Output}");
        var recovery = clock.Elapsed;
        Assert.True(await tower.Bridge.AnswersAsync("health/ready", RecoveryLimit, Token), "health/ready is well again");
        await tower.QuietAsync(Token);

        Assert.True(tower.SaysThatItsJournalIs("written"), "told when all is well again");
        var after = tower.Standing;
        Assert.Equal(before.Acknowledged + 4, after.Acknowledged);
        long late = 0;
        Assert.True(await Deadline.UntilAsync(() => (late = Unjournalled("AccessGranted")) == 3, RecoveryLimit, Token),
            $"{late} grants written late:\n{tower.Bridge.Output}\n{string.Join('\n', JournalRows.Read(tower.Installation.Journal).Rows.Skip(before.Entries))}");
        Assert.Equal(1, Unjournalled("AccessDenied"));
        Assert.Equal(1, Unjournalled("FireAlarm"));
        Assert.Equal(0, Unjournalled("DoorModeChanged"));
        Assert.Equal(1, Unjournalled("DoorOpened"));
        Assert.Equal(0, Unjournalled("DoorForcedOpen"));
        // What is in the journal is told the moment after.
        Assert.True(await Deadline.UntilAsync(() => ToldLate("accessGranted") == 3, RecoveryLimit, Token), $"{ToldLate("accessGranted")} late grants told");
        tower.Ledger.Compare(tower.Installation.Journal);
        Assert.Empty(tower.Ledger.Lost);
        Assert.Empty(tower.Ledger.Reused);

        await FireEndsAsync();
        Assert.NotNull(await tower.EnterAsync("lobby-main", 3, Token));
        await tower.QuietAsync(Token);
        Assert.Equal(late, Unjournalled("AccessGranted"));
        var verified = await tower.Installation.RunVerbAsync(["journal", "verify"], Token);
        Assert.True(verified.ExitCode == 0, verified.ToString());
        output.WriteLine($"disk back: everything written {recovery.TotalMilliseconds:0} ms later; {after.Entries - before.Entries} entries marked unjournalled or after, "
            + $"0 of {after.Acknowledged} acknowledged reads and 0 of {tower.Ledger.Told} events missing in the journal; {verified.Output.Trim()}");
    }

    private async Task StrangersStayOutAsync()
    {
        var pulses = tower.Pulses("lobby-back");
        tower.World.Doors["lobby-back"].Reader!.PresentCard(Installation.UnknownCard);
        // The same people as any other day: a resident right behind is let in at another door, and the stranger is not.
        Assert.True(await Deadline.UntilAsync(() => tower.Pending().Count == 4, TimeSpan.FromSeconds(5), Token));
        await StandStillAsync();
        Assert.Equal(pulses, tower.Pulses("lobby-back"));
    }

    private async Task EvidenceIsNeededAsync()
    {
        var pulses = tower.Pulses("pool");
        Assert.Equal(503, await tower.AskAsync("doors/pool/unlock", Token));
        await StandStillAsync();
        Assert.Equal(pulses, tower.Pulses("pool"));
    }

    private async Task TheWayOutIsOpenAsync()
    {
        var door = tower.World.Doors["garage"];
        door.Leave(TimeSpan.FromMilliseconds(500));
        Assert.True(await Deadline.UntilAsync(() => door.Movements is [.., { }], TimeSpan.FromSeconds(5), Token), "the handle inside opens the door");
    }

    private async Task FireOpensEverythingAsync()
    {
        Assert.True(await AllSecuredAsync());
        var clock = Stopwatch.StartNew();
        tower.World.SetFire(on: true);
        var opened = await Deadline.UntilAsync(() => tower.World.Doors.Values.All(door => door.IsReleased), TimeSpan.FromSeconds(5), Token);
        output.WriteLine($"fire: {tower.World.Doors.Values.Count(door => door.IsReleased)} of {tower.World.Doors.Count} doors released after {clock.Elapsed.TotalMilliseconds:0} ms");
        Assert.True(opened && clock.Elapsed <= FireLimit, $"{clock.Elapsed}");
        Assert.Equal(503, await tower.AskAsync("fire/acknowledge", Token));
    }

    private async Task FireEndsAsync()
    {
        Assert.True(tower.World.Doors.Values.All(door => door.IsReleased), "latched: still released");
        tower.World.SetFire(on: false);
        await StandStillAsync();
        Assert.True(tower.World.Doors.Values.All(door => door.IsReleased), "reset, and not acknowledged");
        Assert.True(await Deadline.UntilAsync(() => tower.Observer.FirstHeard().Any(told => told.Kind == "fireAlarm"), RecoveryLimit, Token));
        Assert.Equal(202, await tower.AskAsync("fire/acknowledge", Token));
        Assert.True(await AllSecuredAsync(), "reset and acknowledged: all locks go home");
    }

    private async Task<bool> AllSecuredAsync() =>
        await Deadline.UntilAsync(() => tower.World.Doors.Values.All(door => !door.IsReleased), TimeSpan.FromSeconds(10), Token);

    // Two seconds in which nothing may happen: many polls of every device.
    private static async Task StandStillAsync() => Assert.False(await Deadline.UntilAsync(() => false, TimeSpan.FromSeconds(2), Token));

    private int ToldLate(string kind) =>
        tower.Observer.FirstHeard().Count(told => told.Kind == kind && told.Payload.Contains("\"journalledLate\":true", StringComparison.Ordinal));

    private long Unjournalled(string kind)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = tower.Installation.Journal, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM entry WHERE unjournalled = 1 AND kind = $kind";
        count.Parameters.AddWithValue("$kind", kind);
        return (long)count.ExecuteScalar()!;
    }
}
