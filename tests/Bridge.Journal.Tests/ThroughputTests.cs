using System.Diagnostics;
using System.Globalization;

namespace Bridge.Journal.Tests;

/// <summary>
/// Figures, printed and not judged: they belong to the machine. <c>BRIDGE_JOURNAL_ROWS</c> sets the number of rows (100 000; the long form is 1 000 000).
/// </summary>
public sealed class ThroughputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static int Rows =>
        int.TryParse(Environment.GetEnvironmentVariable("BRIDGE_JOURNAL_ROWS"), CultureInfo.InvariantCulture, out var rows) ? rows : 100_000;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Opening_a_long_journal_reads_its_snapshot_and_its_tail_only()
    {
        var options = new JournalOptions(folder.File("journal.db"), "tower");
        var watch = Stopwatch.StartNew();
        using (var store = Some.Open(options))
        {
            while (store.Head.Sequence < Rows)
            {
                var batch = Some.Batch(store.Head, 1000, store.Head.Sequence == Rows - 2000 ? "{}" : null);
                store.Committed(batch with { Outbox = [] });
            }
        }

        Print($"{Rows} rows written in batches of 1000", watch.Elapsed, Rows);
        watch.Restart();
        using (var store = Some.Open(options))
        {
            var snapshot = store.LatestSnapshot().Value()!;
            var tail = store.EntriesAfter(snapshot.Position.Sequence).Count();
            Assert.Equal(1000, tail);
            Print($"open {Rows} rows, snapshot and {tail} entries after it", watch.Elapsed, null);
        }

        watch.Restart();
        // The snapshot has an entry of its own.
        Assert.Equal(Rows + 1, Assert.IsType<JournalVerified.Intact>(
            JournalVerifier.Verify(options.Path, null, TestContext.Current.CancellationToken)).Rows);
        Print("verified", watch.Elapsed, Rows);
        watch.Restart();
        using var reader = JournalReader.Open(options.Path).Value();
        Assert.Equal(5, reader.Page(new JournalQuery(Correlation: "a77", NewestFirst: true), 100).Value().Count);
        Print("one correlation found", watch.Elapsed, null);
    }

    [Fact]
    public void Commits_of_one_and_of_fifty()
    {
        using var store = Some.Open(new JournalOptions(folder.File("journal.db"), "tower"));
        foreach (var (length, count) in new[] { (1, 500), (50, 200) })
        {
            var times = new double[count];
            for (var i = 0; i < count; i++)
            {
                var batch = Some.Batch(store.Head, length);
                var started = Stopwatch.GetTimestamp();
                store.Committed(batch);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            }

            Array.Sort(times);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"commit of {length} entries and messages: p50 {times[count / 2]:f0} us, p99 {times[count * 99 / 100]:f0} us, {length * count / times.Sum() * 1e6:f0} entries a second"));
        }
    }

    private static void Print(string what, TimeSpan elapsed, int? rows) => TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {elapsed.TotalMilliseconds:f0} ms{(rows is null ? "" : $", {rows / elapsed.TotalSeconds:f0} rows a second")}"));
}
