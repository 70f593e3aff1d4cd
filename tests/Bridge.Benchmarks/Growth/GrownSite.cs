using Bridge.Benchmarks.Rigs;
using Bridge.Benchmarks.Sites;
using Bridge.Journal;

namespace Bridge.Benchmarks.Growth;

/// <summary>An engine over a site of a given extent.</summary>
internal sealed class GrownSite : IAsyncDisposable
{
    private const int RowsInACommit = 1000;
    private readonly BenchmarkSite files;
    private readonly EngineRig rig;
    private readonly People people;
    private int card;

    private GrownSite(BenchmarkSite files, EngineRig rig, People people)
    {
        this.files = files;
        this.rig = rig;
        this.people = people;
    }

    public static async Task<GrownSite> OpenAsync(Extent extent, CancellationToken cancellationToken)
    {
        var files = BenchmarkSite.Unopened(extent.Doors);
        files.Write(cards: 0, "50 ms");
        var rig = EngineRig.Open(files, _ => People.Register(extent.Credentials));
        Fill(rig.Store, extent.Rows);
        rig.Start();
        var site = new GrownSite(files, rig, new People(rig, extent.Credentials));
        await site.PresentAsync(Comparison.Cards, cancellationToken);
        return site;
    }

    /// <summary>Cards one at a time, each from another resident at another door.</summary>
    public async Task<List<CardTimes>> PresentAsync(int count, CancellationToken cancellationToken)
    {
        var times = new List<CardTimes>(count);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(3));
        for (var i = 0; i < count; i++)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            // A large prime spreads the residents over the register.
            card = (int)((card + 7_919L) % int.MaxValue);
            times.Add(await people.PresentAsync(card, card, cancellationToken));
        }

        return times;
    }

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        files.Dispose();
    }

    private static void Fill(JournalStore store, int rows)
    {
        for (var row = 0; row < rows; row += RowsInACommit)
        {
            var entries = Enumerable.Range(row, Math.Min(RowsInACommit, rows - row)).Select(number => new JournalEntry(
                EntryOrigin.Event, "DoorOpened", DateTimeOffset.UnixEpoch.AddSeconds(number), TimeSpan.Zero, "line0-door1", $"1-{number}",
                $$"""{"kind":"DoorOpened","at":{{number}},"door":"line0-door1","access":{{number}},"credential":"0123456789abcdef0123456789abcdef"}""",
                Unjournalled: false));
            if (store.Commit(new JournalBatch([.. entries], [], Snapshot: null)) is not CommitResult.Committed)
            {
                throw new InvalidOperationException("The journal could not be filled.");
            }
        }
    }
}
