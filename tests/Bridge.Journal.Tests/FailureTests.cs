namespace Bridge.Journal.Tests;

/// <summary>What a disk may do to a commit, and the way back.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower") { LockWait = TimeSpan.FromMilliseconds(50) };

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_full_file_fails_the_batch_and_nothing_of_it_stays()
    {
        JournalPosition head;
        using (var store = Some.Open(Options))
        {
            head = store.Committed(Some.Batch(store.Head, 5));
        }

        using (var store = Some.Open(Options with { Settings = "PRAGMA max_page_count = 25" }))
        {
            var failed = Assert.IsType<CommitResult.Failed>(store.Commit(Some.Batch(store.Head, 2000)));
            Assert.Equal(StorageFailure.DiskFull, failed.Failure);
            Assert.True(store.Suspect);
            Assert.IsType<CommitResult.Failed>(store.Commit(Some.Batch(store.Head, 1)));
            Assert.Equal(new JournalReopened.Reopened(head), store.Reopen());
            Assert.Equal(head with { Sequence = 6 }, store.Committed(Some.Batch(store.Head, 1)));
        }

        AssertWhole(6, messages: 6);
    }

    [Fact]
    public void A_connection_that_may_not_write_fails_as_read_only()
    {
        Some.Open(Options).Dispose();
        using var store = Some.Open(Options with { Settings = "PRAGMA query_only = ON" });
        Assert.Equal(StorageFailure.ReadOnly, Assert.IsType<CommitResult.Failed>(store.Commit(Some.Batch(store.Head, 1))).Failure);
        Assert.Equal(StorageFailure.ReadOnly, Assert.IsType<JournalReopened.Failed>(store.Reopen()).Failure);
    }

    [Fact]
    public void A_lock_held_by_a_database_tool_fails_the_commit_after_the_wait_and_not_for_ever()
    {
        using var store = Some.Open(Options);
        using (var tool = RawFile.Connect(Options.Path))
        {
            Storage.SqliteFile.Execute(tool, "BEGIN IMMEDIATE");
            Assert.Equal(StorageFailure.Locked, Assert.IsType<CommitResult.Failed>(store.Commit(Some.Batch(store.Head, 3))).Failure);
            Assert.Equal(StorageFailure.Locked, Assert.IsType<JournalReopened.Failed>(store.Reopen()).Failure);
            Storage.SqliteFile.Execute(tool, "ROLLBACK");
        }

        Assert.IsType<JournalReopened.Reopened>(store.Reopen());
        store.Committed(Some.Batch(store.Head, 3));
        AssertWhole(3, messages: 3);
    }

    [Fact]
    public void A_batch_that_was_reported_failed_but_reached_the_file_is_taken_away_by_reopening()
    {
        using var store = Some.Open(Options);
        var head = store.Committed(Some.Batch(store.Head, 3, snapshot: "{}"));
        // What a commit whose sync failed can leave: rows behind the last acknowledged one.
        RawFile.Execute(
            Options.Path,
            "INSERT INTO entry SELECT sequence + 4, epoch, origin, kind, occurred_at, occurred_offset, recorded_at, elapsed, door, correlation, body, "
            + "unjournalled, hash FROM entry; INSERT INTO outbox (channel, topic, payload, content_type, sequence, enqueued_at) "
            + "SELECT channel, topic, payload, content_type, sequence, enqueued_at FROM outbox; "
            + "INSERT INTO snapshot SELECT sequence + 4, epoch, taken_at, state FROM snapshot");
        Assert.Equal(new JournalReopened.Reopened(head), store.Reopen());
        Assert.Equal(4, store.LatestSnapshot().Value()!.Position.Sequence);
        AssertWhole(4, messages: 3);
        Assert.Equal(5, store.Committed(Some.Batch(store.Head, 1)).Sequence);
    }

    [Fact]
    public void After_a_failed_commit_the_old_log_is_not_believed_until_all_of_it_is_in_the_file()
    {
        using var store = Some.Open(Options);
        var head = store.Committed(Some.Batch(store.Head, 30));
        using (var reader = RawFile.Connect(Options.Path))
        {
            // An older state that somebody still reads keeps the log from being emptied.
            Storage.SqliteFile.Execute(reader, "BEGIN");
            Assert.Equal(30, Storage.SqliteFile.Scalar(reader, "SELECT count(*) FROM entry"));
            Assert.Equal(StorageFailure.Locked, Assert.IsType<JournalReopened.Failed>(store.Reopen()).Failure);
            Assert.True(store.Suspect);
            Storage.SqliteFile.Execute(reader, "ROLLBACK");
        }

        Assert.Equal(new JournalReopened.Reopened(head), store.Reopen());
        Assert.Equal(0, new FileInfo(Options.Path + "-wal").Length);
        store.Committed(Some.Batch(store.Head, 1));
        AssertWhole(31, messages: 31);
    }

    public static TheoryData<string, string> LostTails => new()
    {
        { "the last row is gone", "DELETE FROM entry WHERE sequence = 3" },
        { "the last row is another", "UPDATE entry SET hash = randomblob(32) WHERE sequence = 3" },
    };

    [Theory, MemberData(nameof(LostTails))]
    public void Reopening_says_when_an_acknowledged_entry_is_not_there(string why, string sql)
    {
        using var store = Some.Open(Options);
        store.Committed(Some.Batch(store.Head, 3));
        RawFile.Execute(Options.Path, sql);
        // Rows that somebody else wrote behind it are evidence.
        RawFile.Execute(
            Options.Path,
            "INSERT INTO entry SELECT sequence + 10, epoch, origin, kind, occurred_at, occurred_offset, recorded_at, elapsed, door, correlation, body, "
            + "unjournalled, hash FROM entry WHERE sequence = 1");
        Assert.True(store.Reopen() is JournalReopened.TailDiffers, why);
        Assert.True(store.Suspect);
        Assert.Equal((0L, 1L), (RawFile.Scalar(Options.Path, "SELECT reopened FROM journal"), RawFile.Scalar(Options.Path, "SELECT count(*) FROM entry WHERE sequence > 3")));
    }

    [Fact]
    public async Task A_full_disk_and_its_return()
    {
        await using var disk = await SmallDisk.MountAsync(folder.File("disk"), TestContext.Current.CancellationToken);
        Assert.SkipWhen(disk is null, "a tmpfs cannot be mounted here (needs root)");
        var options = Options with { Path = Path.Combine(disk.Path, "journal.db") };
        using var store = Some.Open(options);
        var acknowledged = store.Committed(Some.Batch(store.Head, 20));
        File.WriteAllBytes(Path.Combine(disk.Path, "filler"), new byte[300_000]);
        CommitResult result;
        while ((result = store.Commit(Some.Batch(store.Head, 50))) is CommitResult.Committed committed)
        {
            acknowledged = committed.Head;
        }

        var failed = Assert.IsType<CommitResult.Failed>(result);
        File.Delete(Path.Combine(disk.Path, "filler"));
        Assert.Equal(new JournalReopened.Reopened(acknowledged), store.Reopen());
        Assert.Equal(acknowledged.Sequence + 1, store.Committed(Some.Batch(store.Head, 1)).Sequence);
        var intact = Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(options.Path, null, TestContext.Current.CancellationToken));
        Assert.Equal(acknowledged.Sequence + 1, intact.Rows);
        TestContext.Current.TestOutputHelper?.WriteLine($"1 MB disk: {failed.Failure} after entry {acknowledged.Sequence} ({failed.Reason})");
        Assert.Equal(StorageFailure.DiskFull, failed.Failure);
    }

    [Fact]
    public async Task Trying_to_reopen_on_a_full_disk_for_hours_leaves_no_file_open()
    {
        const int Tries = 200;
        await using var disk = await SmallDisk.MountAsync(folder.File("disk"), TestContext.Current.CancellationToken);
        Assert.SkipWhen(disk is null, "a tmpfs cannot be mounted here (needs root)");
        var options = Options with { Path = Path.Combine(disk.Path, "journal.db") };
        using var store = Some.Open(options);
        var filler = Path.Combine(disk.Path, "filler");
        SmallDisk.Fill(filler);
        while (store.Commit(Some.Batch(store.Head, 50)) is CommitResult.Committed)
        {
        }

        var failed = 0;
        var before = SmallDisk.OpenFiles(options.Path);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            failed += store.Reopen() is JournalReopened.Failed ? 1 : 0;
        }

        var after = SmallDisk.OpenFiles(options.Path);
        using (RawFile.Connect(options.Path))
        {
            // Positive control: one open connection is seen by the same count.
            Assert.True(SmallDisk.OpenFiles(options.Path) > after, "an open connection is counted");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"n = {Tries} tries, {failed} failed: {before} files open before, {after} after");
        Assert.Equal(Tries, failed);
        Assert.Equal(before, after);
        File.Delete(filler);
        Assert.IsType<JournalReopened.Reopened>(store.Reopen());
    }

    [Fact]
    public async Task A_read_only_disk_is_a_result_at_opening()
    {
        await using var disk = await SmallDisk.MountAsync(folder.File("disk"), TestContext.Current.CancellationToken);
        Assert.SkipWhen(disk is null, "a tmpfs cannot be mounted here (needs root)");
        var options = Options with { Path = Path.Combine(disk.Path, "journal.db") };
        Some.Open(options).Dispose();
        await disk.MakeReadOnlyAsync(TestContext.Current.CancellationToken);
        Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(options, Some.Time()));
        Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(options with { Path = Path.Combine(disk.Path, "new.db") }, Some.Time()));
    }

    private void AssertWhole(long entries, long messages)
    {
        var intact = Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, null, TestContext.Current.CancellationToken));
        Assert.Equal(entries, intact.Rows);
        Assert.Equal(messages, RawFile.Scalar(Options.Path, "SELECT count(*) FROM outbox"));
    }
}
