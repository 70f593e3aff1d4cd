using Bridge.Journal.Storage;

namespace Bridge.Journal.Tests;

/// <summary>A restored journal is looked at as a whole before it gets its new epoch.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_log_that_the_journal_before_left_is_refused_and_nothing_is_changed()
    {
        BackedUp();
        byte[] log;
        using (var store = Some.Open(Options))
        {
            store.Committed(Some.Batch(store.Head, 30));
            log = File.ReadAllBytes(Options.Path + "-wal");
        }

        File.Copy(folder.File("copy.db"), Options.Path, overwrite: true);
        File.WriteAllBytes(Options.Path + "-wal", log);
        var before = File.ReadAllBytes(Options.Path);
        var failed = Assert.IsType<StorageResult<int>.Failed>(JournalRestore.Mark(Options.Path, Token));
        Assert.Contains("-wal", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Options.Path));
        Assert.Equal(log, File.ReadAllBytes(Options.Path + "-wal"));

        File.Delete(Options.Path + "-wal");
        File.Delete(Options.Path + "-shm");
        Assert.Equal(2, JournalRestore.Mark(Options.Path, Token).Value());
    }

    [Fact]
    public void The_log_of_a_killed_service_that_was_copied_with_its_journal_is_kept()
    {
        using (var store = Some.Open(Options))
        {
            store.Committed(Some.Batch(store.Head, 30));
            File.Copy(Options.Path, folder.File("killed.db"));
            File.Copy(Options.Path + "-wal", folder.File("killed.db-wal"));
        }

        Assert.Equal(2, JournalRestore.Mark(folder.File("killed.db"), Token).Value());
        using var restored = Some.Open(Options with { Path = folder.File("killed.db") });
        Assert.Equal((30L, 2), (restored.Head.Sequence, restored.Epoch));
    }

    [Fact]
    public void A_journal_that_does_not_verify_is_not_marked()
    {
        BackedUp();
        RawFile.Execute(Options.Path, "UPDATE entry SET body = '{}' WHERE sequence = 2");
        Assert.Equal(StorageFailure.Corrupt, Assert.IsType<StorageResult<int>.Failed>(JournalRestore.Mark(Options.Path, Token)).Failure);
        Assert.Equal(1, RawFile.Scalar(Options.Path, "SELECT epoch FROM journal"));
    }

    [Fact]
    public void A_sync_that_the_disk_refuses_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/null is Linux's");
        // A device cannot be synced. The library's own flush says nothing here, which is the reason for ours.
        using var device = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        Assert.Throws<IOException>(() => FileSync.Sync(device));
    }

    private void BackedUp()
    {
        using var store = Some.Open(Options);
        store.Committed(Some.Batch(store.Head, 10));
        JournalMaintenance.BackUp(Options.Path, folder.File("copy.db"), Token).Value();
    }
}
