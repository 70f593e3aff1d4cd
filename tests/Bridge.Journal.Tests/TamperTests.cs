using System.Globalization;

namespace Bridge.Journal.Tests;

/// <summary>Whatever is changed in the file by hand is found, and the first bad row is named.</summary>
public sealed class TamperTests : IDisposable
{
    private const int Rows = 120;
    private const int Trials = 1000;
    private const int Seed = 20260302;

    private readonly TemporaryFolder folder = new();

    private static readonly string[] Columns =
        ["epoch", "origin", "kind", "occurred_at", "occurred_offset", "recorded_at", "elapsed", "door", "correlation", "body", "unjournalled", "hash"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_thousand_random_mutations_are_all_found()
    {
        var head = Written(folder.File("whole.db"));
        var random = new Random(Seed);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var missed = new List<string>();
        for (var trial = 0; trial < Trials; trial++)
        {
            var mutation = Mutation(random);
            var path = folder.File("trial.db");
            File.Copy(folder.File("whole.db"), path, overwrite: true);
            using (var raw = RawFile.Connect(path))
            {
                // One file and no log beside it, so that the next copy starts clean.
                Storage.SqliteFile.Execute(raw, "PRAGMA journal_mode = DELETE");
                Storage.SqliteFile.Execute(raw, mutation.Sql);
            }

            counts[mutation.Name] = counts.GetValueOrDefault(mutation.Name) + 1;
            if (JournalVerifier.Verify(path, head, TestContext.Current.CancellationToken) is not JournalVerified.Broken broken
                || broken.Sequence != mutation.FirstBad)
            {
                missed.Add($"{mutation.Name}: {mutation.Sql}");
            }
        }

        var control = JournalVerifier.Verify(folder.File("whole.db"), head, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {Seed}, n = {Trials}: {Trials - missed.Count} found with the right first bad row, {missed.Count} not; "
            + $"{string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"))}; control (nothing changed): {control.GetType().Name}");
        Assert.Empty(missed);
        Assert.Equal(Rows, Assert.IsType<JournalVerified.Intact>(control).Rows);
    }

    [Fact]
    public void A_cut_tail_shows_only_against_a_head_kept_elsewhere()
    {
        var head = Written(folder.File("whole.db"));
        RawFile.Execute(folder.File("whole.db"), $"DELETE FROM entry WHERE sequence > {Rows - 10}");
        var token = TestContext.Current.CancellationToken;
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(folder.File("whole.db"), null, token));
        var broken = Assert.IsType<JournalVerified.Broken>(JournalVerifier.Verify(folder.File("whole.db"), head, token));
        Assert.Equal((Rows - 9L, ChainFault.Truncated), (broken.Sequence, broken.Fault));
    }

    [Fact]
    public void An_older_copy_put_back_and_continued_is_found_as_rewritten()
    {
        var head = Written(folder.File("whole.db"));
        RawFile.Execute(folder.File("whole.db"), $"DELETE FROM entry WHERE sequence > {Rows - 10}; DELETE FROM outbox");
        using (var store = Some.Open(Options(folder.File("whole.db")), Some.Time()))
        {
            store.Committed(Some.Batch(store.Head with { Sequence = 5000 }, 30));
        }

        var broken = Assert.IsType<JournalVerified.Broken>(
            JournalVerifier.Verify(folder.File("whole.db"), head, TestContext.Current.CancellationToken));
        Assert.Equal(((long)Rows, ChainFault.Rewritten), (broken.Sequence, broken.Fault));
    }

    [Fact]
    public void A_damaged_tail_is_refused_at_opening_and_left_alone()
    {
        Written(folder.File("whole.db"));
        RawFile.Execute(folder.File("whole.db"), $"UPDATE entry SET body = '{{}}' WHERE sequence = {Rows - 3}; PRAGMA journal_mode = DELETE");
        var refused = Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(Options(folder.File("whole.db")), Some.Time()));
        Assert.Equal(StorageFailure.Corrupt, refused.Failure);
        Assert.Contains($"entry {Rows - 3}", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(Rows, RawFile.Scalar(folder.File("whole.db"), "SELECT count(*) FROM entry"));
    }

    private static JournalOptions Options(string path) => new(path, "tower");

    private static JournalHead Written(string path)
    {
        using var store = Some.Open(Options(path));
        while (store.Head.Sequence < Rows)
        {
            store.Committed(Some.Batch(store.Head, 6));
        }

        return new JournalHead(store.Head, store.HeadHash);
    }

    private static (string Name, string Sql, long FirstBad) Mutation(Random random)
    {
        var row = random.Next(1, Rows + 1);
        switch (random.Next(8))
        {
            case 0:
            case 1:
                return Edit(random, row);
            case 2:
                return row == Rows
                    ? ("cut", $"DELETE FROM entry WHERE sequence = {row}", row)
                    : ("delete", $"DELETE FROM entry WHERE sequence = {row}", row);
            case 3:
                return ("insert", Copied(row, row.ToString(CultureInfo.InvariantCulture), Shift(row)), row + 1);
            case 4:
                return ("insert at end", Copied(row, (Rows + 1).ToString(CultureInfo.InvariantCulture), ""), Rows + 1);
            case 5:
                var early = -random.Next(5);
                return ("insert before start", Copied(row, early.ToString(CultureInfo.InvariantCulture), ""), early);
            case 6:
                var other = row == Rows ? 1 : row + 1;
                return ("swap", Swap(row, other), Math.Min(row, other));
            default:
                return ("start of chain", Start(random), 1);
        }
    }

    private static (string Name, string Sql, long FirstBad) Edit(Random random, int row)
    {
        var column = Columns[random.Next(Columns.Length)];
        var value = column switch
        {
            "hash" => "randomblob(32)",
            "kind" or "door" or "correlation" or "body" => $"{column} || 'x'",
            _ => $"{column} + 1",
        };
        return ($"edit {column}", $"UPDATE entry SET {column} = {value} WHERE sequence = {row}", row);
    }

    private static string Shift(int row) =>
        $"UPDATE entry SET sequence = -sequence WHERE sequence > {row}; UPDATE entry SET sequence = 1 - sequence WHERE sequence < 0; ";

    private static string Copied(int row, string sequence, string before) =>
        $"{before}INSERT INTO entry SELECT {(before.Length == 0 ? sequence : sequence + " + 1")}, epoch, origin, kind, occurred_at, occurred_offset, "
        + $"recorded_at, elapsed, door, correlation, body, unjournalled, hash FROM entry WHERE sequence = {row}";

    private static string Swap(int row, int other) =>
        $"UPDATE entry SET sequence = -1 WHERE sequence = {row}; UPDATE entry SET sequence = {row} WHERE sequence = {other}; "
        + $"UPDATE entry SET sequence = {other} WHERE sequence = -1";

    private static string Start(Random random) => random.Next(3) switch
    {
        0 => "UPDATE journal SET site = 'tower2'",
        1 => "UPDATE journal SET created_at = created_at + 1",
        _ => "UPDATE journal SET first_epoch = first_epoch + 1",
    };
}
