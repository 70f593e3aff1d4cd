namespace Bridge.Journal.Tests;

/// <summary>Backup, restore and retention.</summary>
public sealed class MaintenanceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_backup_taken_beside_the_writer_is_whole()
    {
        using var store = Some.Open(Options);
        store.Committed(Some.Batch(store.Head, 40, snapshot: "{}"));
        var head = JournalMaintenance.BackUp(Options.Path, folder.File("copy.db"), Token).Value();
        store.Committed(Some.Batch(store.Head, 5));
        Assert.Equal(41, head.Position.Sequence);
        var intact = Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(folder.File("copy.db"), head, Token));
        Assert.Equal(("tower", 41L), (intact.Site, intact.Rows));
        Assert.False(File.Exists(folder.File("copy.db-wal")));
        Assert.IsType<StorageResult<JournalHead>.Failed>(JournalMaintenance.BackUp(Options.Path, folder.File("copy.db"), Token));
    }

    [Fact]
    public void A_damaged_journal_gives_no_backup()
    {
        using (var store = Some.Open(Options))
        {
            store.Committed(Some.Batch(store.Head, 40));
        }

        RawFile.Execute(Options.Path, "UPDATE entry SET body = '{}' WHERE sequence = 20");
        var failed = Assert.IsType<StorageResult<JournalHead>.Failed>(JournalMaintenance.BackUp(Options.Path, folder.File("copy.db"), Token));
        Assert.Contains("20", failed.Reason, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("copy.db")));
    }

    [Fact]
    public void Restoring_the_same_backup_again_and_again_never_gives_an_id_twice()
    {
        const int Drills = 20;
        using (var store = Some.Open(Options))
        {
            store.Committed(Some.Batch(store.Head, 10));
        }

        JournalMaintenance.BackUp(Options.Path, folder.File("copy.db"), Token).Value();
        var given = new HashSet<JournalPosition>();
        var repeated = 0;
        for (var drill = 0; drill < Drills; drill++)
        {
            using (var store = Some.Open(Options))
            {
                var before = store.Head;
                store.Committed(Some.Batch(before, 3));
                repeated += store.EntriesAfter(before.Sequence).Count(row => !given.Add(row.Position));
            }

            File.Delete(Options.Path + "-wal");
            File.Delete(Options.Path + "-shm");
            File.Copy(folder.File("copy.db"), Options.Path, overwrite: true);
            Assert.Equal(drill + 2, JournalRestore.Mark(Options.Path, Token).Value());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"n = {Drills} restores of one backup: {repeated} ids given twice of {given.Count}");
        Assert.Equal(0, repeated);
        using var last = Some.Open(Options);
        Assert.Equal((Drills + 1, new JournalPosition(1, 10)), (last.Epoch, last.Head));
        Assert.Equal(new JournalPosition(Drills + 1, 11), last.Committed(Some.Batch(last.Head, 1)));
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, null, Token));
    }

    [Fact]
    public void A_journal_that_was_deleted_starts_again_in_a_new_epoch()
    {
        Some.Open(Options).Dispose();
        File.Delete(Options.Path);
        using var store = Some.Open(Options);
        Assert.Equal(2, store.Epoch);
        store.Committed(Some.Batch(store.Head, 1));
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, null, Token));
    }

    [Fact]
    public void A_running_journal_cannot_be_marked_restored()
    {
        using var store = Some.Open(Options);
        Assert.Equal(StorageFailure.Locked, Assert.IsType<StorageResult<int>.Failed>(JournalRestore.Mark(Options.Path, Token)).Failure);
    }

    [Fact]
    public void Retention_deletes_the_oldest_in_steps_and_the_chain_still_verifies()
    {
        var time = Some.Time();
        using var store = Some.Open(Options, time);
        using var outbox = Outbox.Open(Options).Value();
        store.Committed(Some.Batch(store.Head, 250));
        time.Advance(TimeSpan.FromDays(200));
        store.Committed(Some.Batch(store.Head, 50, snapshot: "{}"));
        var head = new JournalHead(store.Head, store.HeadHash);
        outbox.MarkDelivered("mqtt", 10_000).Value();

        var steps = new List<RetentionStep>();
        do
        {
            steps.Add(JournalRetention.DeleteBefore(Options.Path, Some.Morning.AddDays(100), 100, time).Value());
        }
        while (!steps[^1].Finished);

        Assert.Equal([100, 100, 50], steps.Select(step => step.Deleted));
        var anchor = steps[^1].Anchor!;
        Assert.Equal((new JournalPosition(1, 250), 250L), (anchor.Position, anchor.Deleted));
        var unrecorded = Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, head, Token));
        Assert.Equal((51L, 250L, false), (unrecorded.Rows, unrecorded.Start.Position.Sequence, unrecorded.RetentionRecorded));

        store.Committed(new JournalBatch([Some.Entry(1) with { Kind = JournalAnchor.EntryKind, Body = anchor.EntryBody }], [], null));
        Assert.True(Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, head, Token)).RetentionRecorded);
        Assert.StartsWith("""{"throughEpoch":1,"throughSequence":250,"hash":""", anchor.EntryBody, StringComparison.Ordinal);

        RawFile.Execute(Options.Path, "UPDATE anchor SET hash = randomblob(32)");
        Assert.Equal(251, Assert.IsType<JournalVerified.Broken>(JournalVerifier.Verify(Options.Path, head, Token)).Sequence);
    }

    [Fact]
    public void Retention_keeps_what_the_outbox_or_the_replay_still_needs()
    {
        var time = Some.Time();
        using var store = Some.Open(Options, time);
        using var outbox = Outbox.Open(Options).Value();
        store.Committed(Some.Batch(store.Head, 100));
        time.Advance(TimeSpan.FromDays(200));
        RetentionStep Step() => JournalRetention.DeleteBefore(Options.Path, time.GetUtcNow(), 1000, time).Value();

        Assert.Contains("no snapshot", Step().HeldBack, StringComparison.Ordinal);
        store.Committed(new JournalBatch([], [], "{}"));
        var untold = Step();
        Assert.Equal(0, untold.Deleted);
        Assert.Contains("outbox", untold.HeldBack, StringComparison.Ordinal);
        outbox.MarkDelivered("mqtt", 30).Value();
        Assert.Equal(30, Step().Deleted);
        outbox.Park(31, "poison", Some.Morning).Value();
        outbox.MarkDelivered("mqtt", 100).Value();
        // A parked message waits for a person, who may never come: it does not keep the journal. The snapshot's own entry stays: it says that the snapshot belongs to this chain.
        Assert.Equal(70, Step().Deleted);
        Assert.Equal("{}", store.LatestSnapshot().Value()!.State);
        Assert.Equal([101L], store.EntriesAfter(0).Select(row => row.Position.Sequence));
        Assert.Equal(102, store.Committed(Some.Batch(store.Head, 1)).Sequence);
        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, null, Token));
    }

    public static TheoryData<int, int, string> WrongClocks => new()
    {
        { 1, 1, "one entry with a time far ahead, among old ones" },
        { 1, 250, "a run of them that is longer than a step" },
        { 100, 1, "as the last old one: nothing old behind it says how old it is" },
    };

    [Theory, MemberData(nameof(WrongClocks))]
    public void Entries_written_under_a_clock_far_ahead_do_not_keep_the_old_ones_for_ever(int oldBefore, int ahead, string why)
    {
        var time = Some.Time();
        using var store = Some.Open(Options, time);
        store.Committed(Some.Batch(store.Head, oldBefore) with { Outbox = [] });
        store.Committed(Some.Batch(store.Head, ahead) with { Outbox = [] });
        RawFile.Execute(Options.Path, $"UPDATE entry SET recorded_at = recorded_at + {TimeSpan.FromDays(36_500).Ticks} WHERE sequence > {oldBefore}");
        var behind = oldBefore == 100 ? 0 : 20;
        for (var i = 0; i < behind; i++)
        {
            store.Committed(Some.Batch(store.Head, 1) with { Outbox = [] });
        }

        time.Advance(TimeSpan.FromDays(200));
        store.Committed(Some.Batch(store.Head, 5, snapshot: "{}") with { Outbox = [] });
        RetentionStep step;
        var deleted = 0;
        do
        {
            step = JournalRetention.DeleteBefore(Options.Path, Some.Morning.AddDays(100), 100, time).Value();
            deleted += step.Deleted;
            Assert.InRange(step.Deleted, 0, 100);
        }
        while (!step.Finished);

        Assert.True(deleted == (behind == 0 ? oldBefore : oldBefore + ahead + behind), $"{why}: {deleted} deleted");
    }

    [Fact]
    public void A_clock_that_is_far_behind_deletes_nothing()
    {
        var time = Some.Time();
        using var store = Some.Open(Options, time);
        store.Committed(Some.Batch(store.Head, 50, snapshot: "{}") with { Outbox = [] });
        var before = DateTimeOffset.UnixEpoch;
        time.Advance(TimeSpan.FromDays(1));
        RawFile.Execute(Options.Path, "UPDATE entry SET recorded_at = -1 WHERE sequence = 50");
        Assert.Equal(0, JournalRetention.DeleteBefore(Options.Path, before, 100, time).Value().Deleted);
    }

    [Fact]
    public void The_newest_whole_snapshot_is_used_and_three_are_kept()
    {
        using var store = Some.Open(Options);
        Assert.Null(store.LatestSnapshot().Value());
        for (var i = 1; i <= 5; i++)
        {
            store.Committed(Some.Batch(store.Head, 2, snapshot: $"{{\"n\":{i}}}"));
        }

        Assert.Equal(3, RawFile.Scalar(Options.Path, "SELECT count(*) FROM snapshot"));
        Assert.Equal(new JournalSnapshot(new JournalPosition(1, 15), """{"n":5}"""), store.LatestSnapshot().Value());
        RawFile.Execute(Options.Path, "UPDATE snapshot SET state = '{\"n\":6}' WHERE sequence = 15");
        Assert.Equal(12, store.LatestSnapshot().Value()!.Position.Sequence);
        RawFile.Execute(Options.Path, "UPDATE snapshot SET state = (SELECT state FROM snapshot WHERE sequence = 9) WHERE sequence = 12");
        Assert.Equal(9, store.LatestSnapshot().Value()!.Position.Sequence);
    }
}
