using System.Diagnostics;
using System.Security.Cryptography;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Tests;

/// <summary>Versions, damage and the lease: what is opened, and what is left untouched.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private JournalOptions Options => new(folder.File("journal.db"), "tower");

    public void Dispose() => folder.Dispose();

    public static TheoryData<int> OlderVersions => [.. Enumerable.Range(1, Migrations.Journal.Version - 1)];

    [Theory, MemberData(nameof(OlderVersions))]
    public void An_older_file_is_brought_up_to_date(int version)
    {
        FileCreator.Create(
            Options.Path, Migrations.Journal, version, new Chain.JournalIdentity("tower", 1, 1, Timestamps.ToTicks(Some.Morning)).Insert);
        using var store = Some.Open(Options);
        Assert.Equal(11, store.Committed(Some.Batch(store.Head, 10, snapshot: "{}")).Sequence);
        Assert.Equal(Migrations.Journal.Version, RawFile.Scalar(Options.Path, "PRAGMA user_version"));
        Assert.Equal(new JournalSnapshot(store.Head, "{}"), store.LatestSnapshot().Value());
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_old_version_whole()
    {
        FileCreator.Create(
            Options.Path, Migrations.Journal, 1, new Chain.JournalIdentity("tower", 1, 1, Timestamps.ToTicks(Some.Morning)).Insert);
        // Stands in the way of the fourth script; the scripts before it must not stay either.
        RawFile.Execute(Options.Path, "CREATE TABLE anchor (mine TEXT)");
        Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(Options, Some.Time()));
        Assert.Equal(1, RawFile.Scalar(Options.Path, "PRAGMA user_version"));
        Assert.Equal(0, RawFile.Scalar(Options.Path, "SELECT count(*) FROM sqlite_schema WHERE name IN ('outbox', 'snapshot')"));
    }

    [Fact]
    public void A_newer_file_is_refused_and_not_a_byte_of_it_changes()
    {
        Some.Open(Options).Dispose();
        RawFile.Execute(Options.Path, "PRAGMA user_version = 99");
        var before = SHA256.HashData(File.ReadAllBytes(Options.Path));
        Assert.Equal(new JournalOpened.TooNew(99, Migrations.Journal.Version), JournalStore.Open(Options, Some.Time()));
        Assert.IsType<StorageResult<JournalReader>.Failed>(JournalReader.Open(Options.Path));
        Assert.IsType<JournalVerified.Unreadable>(JournalVerifier.Verify(Options.Path, null, TestContext.Current.CancellationToken));
        Assert.Equal(before, SHA256.HashData(File.ReadAllBytes(Options.Path)));
    }

    /// <summary>Killed within the first start, between the file's getting its name and the end of its change to the WAL.</summary>
    [Fact]
    public void A_transaction_outside_the_log_in_which_somebody_died_is_taken_back()
    {
        var original = folder.File("original.db");
        JournalPosition head;
        using (var store = Some.Open(Options with { Path = original }))
        {
            head = store.Committed(Some.Batch(store.Head, 2000));
        }

        using (var dying = RawFile.Connect(original))
        {
            // So small a cache that the half transaction is in the file already.
            dying.Execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_size = 1; BEGIN; UPDATE entry SET kind = 'changed'");
            File.Copy(original, Options.Path);
            File.Copy(original + "-journal", Options.Path + "-journal");
        }

        using (var control = SqliteFile.OpenForReading(Options.Path, TimeSpan.Zero))
        {
            Assert.Equal(776, Assert.Throws<SqliteException>(() => control.Scalar("PRAGMA user_version")).SqliteExtendedErrorCode);
        }

        using (var store = Some.Open(Options))
        {
            Assert.Equal(head, store.Head);
        }

        Assert.IsType<JournalVerified.Intact>(JournalVerifier.Verify(Options.Path, null, TestContext.Current.CancellationToken));
    }

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "empty", [] },
        { "one byte", [1] },
        { "zeros", new byte[8192] },
        { "text", "Dear diary, this is not a database.\n"u8.ToArray() },
        { "header only", [.. "SQLite format 3\0"u8, .. new byte[84]] },
        { "noise", [.. Enumerable.Range(0, 20000).Select(i => (byte)(i * 31 % 251))] },
    };

    [Theory, MemberData(nameof(Damaged))]
    public void What_is_not_a_journal_is_refused_and_left_alone(string why, byte[] content)
    {
        File.WriteAllBytes(Options.Path, content);
        Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(Options, Some.Time()));
        Assert.True(content.AsSpan().SequenceEqual(File.ReadAllBytes(Options.Path)), why);
    }

    [Fact]
    public void A_log_without_its_file_is_refused()
    {
        File.WriteAllText(Options.Path + "-wal", "left over");
        Assert.Contains("missing", Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(Options, Some.Time())).Reason, StringComparison.Ordinal);
        Assert.False(File.Exists(Options.Path));
    }

    [Fact]
    public void Another_programs_database_and_another_sites_journal_are_refused()
    {
        RawFile.Execute(Options.Path, "CREATE TABLE theirs (a)");
        Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(Options, Some.Time()));
        var mine = new JournalOptions(folder.File("mine.db"), "tower");
        Some.Open(mine).Dispose();
        var refused = Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(mine with { Site = "annex" }, Some.Time()));
        Assert.Contains("'tower'", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_a_result() =>
        Assert.IsType<JournalOpened.Unusable>(JournalStore.Open(new JournalOptions(folder.File("no/journal.db"), "tower"), Some.Time()));

    [Fact]
    public void Only_the_owner_can_read_the_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix modes");
            return;
        }

        using var store = Some.Open(Options);
        store.Committed(Some.Batch(store.Head, 1));
        foreach (var name in new[] { Options.Path, Options.Path + "-wal", Options.Path + "-shm" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(name));
        }
    }

    [Fact]
    public void A_second_store_finds_the_journal_in_use_at_once_and_free_after_the_first_is_closed()
    {
        var first = Some.Open(Options);
        for (var i = 0; i < 20; i++)
        {
            Assert.IsType<JournalOpened.InUse>(JournalStore.Open(Options, Some.Time()));
        }

        first.Committed(Some.Batch(first.Head, 2));
        first.Dispose();
        using var second = Some.Open(Options);
        Assert.Equal(2, second.Head.Sequence);
    }

    [Fact]
    public async Task The_lease_of_another_process_ends_with_that_process()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "flock (util-linux) is missing");
        Some.Open(Options).Dispose();
        using var holder = Process.Start(new ProcessStartInfo("/usr/bin/flock", [Options.Path + ".lock", "sh", "-c", "echo held; exec sleep 600"])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            Assert.IsType<JournalOpened.InUse>(JournalStore.Open(Options, Some.Time()));
        }
        finally
        {
            holder.Kill(entireProcessTree: true);
        }

        await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
        // The child of the killed process may die a moment later.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < 250; i++)
        {
            if (JournalStore.Open(Options, Some.Time()) is JournalOpened.Open open)
            {
                open.Store.Dispose();
                return;
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Assert.Fail("The lease outlived its process.");
    }
}
