using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>
/// A process dies within a sync: its last commit is in the system's memory, whole, and the next process finds it. Then the power goes. Whatever the
/// next process has told meanwhile must have been on disk.
/// </summary>
[Collection(nameof(KillTests))]
public sealed class TwoDeathsTests(ITestOutputHelper output)
{
    private const int Seed = 1;
    private static readonly TimeSpan Quick = TimeSpan.Zero;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_dead_process_left_unsynced_is_synced_before_it_is_told()
    {
        using var power = await PowerCut.BuildAsync(Token);
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateAsync(broker.Port, Token);
        await using (var first = Start(installation, power, Quick))
        {
            Assert.True(await Deadline.UntilAsync(() => Told(observer) > 0, Limit, Token), first.Output);
            await first.StopAsync(Token);
        }

        var unsynced = await DieWithinASyncAsync(installation, power, observer);
        var waiting = JournalRows.Read(installation.Journal).Waiting;
        Assert.True(waiting > 0 && unsynced > 0, "the first process did not die within a sync");
        var before = Told(observer);
        await using (var next = Start(installation, power, Slow))
        {
            Assert.True(await Deadline.UntilAsync(() => Told(observer) > before, Limit, Token), next.Output);
            await next.KillAsync(Token);
        }

        await power.LeaveAsync(installation.DataDirectory, Fate.None, Seed, Token);
        var journal = JournalRows.Read(installation.Journal);
        var told = observer.FirstHeard();
        var lost = told.Where(one => !journal.Rows.ContainsKey((one.Epoch, one.Sequence))).Select(one => $"{one.Id} {one.Kind}").ToList();
        output.WriteLine($"1 kill within a sync of {Slow.TotalSeconds} s left {unsynced} writes unsynced and {waiting} messages waiting; {told.Count - before} told by the next process, {lost.Count} lost");
        Assert.Empty(lost);
    }

    /// <summary>Once it has something to write it is in one sync after another, with a whole commit behind it: a second is enough to write that.</summary>
    private static async Task<int> DieWithinASyncAsync(Installation installation, PowerCut power, MosquittoSub observer)
    {
        var told = Told(observer);
        await using var bridge = Start(installation, power, Slow);
        Assert.True(await Deadline.UntilAsync(() => Told(observer) > told, Limit, Token), bridge.Output);
        var log = new FileInfo(installation.Journal + "-wal").Length;
        installation.World.Doors["lobby-main"].Reader!.PresentCard(Installation.Cards[0]);
        Assert.True(await Deadline.UntilAsync(() => new FileInfo(installation.Journal + "-wal").Length > log, Limit, Token), "nothing was written");
        await Task.Delay(Slow / 3, Token);
        await bridge.KillAsync(Token);
        return await power.LeaveAsync(installation.DataDirectory, Fate.Kill, Seed, Token);
    }

    private static int Told(MosquittoSub observer) => observer.FirstHeard().Count;

    private static BridgeProcess Start(Installation installation, PowerCut power, TimeSpan sync) =>
        installation.Start(Built.Product, ["run", "--site", installation.SiteFile], power.Watching(installation.Journal, sync));
}
