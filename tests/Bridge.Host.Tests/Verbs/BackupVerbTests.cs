using Bridge.Host.Tests.Configuration;
using Bridge.Host.Verbs;
using Bridge.Journal;

namespace Bridge.Host.Tests.Verbs;

/// <summary>Backup and the way back from it, as the runbooks tell it.</summary>
public sealed class BackupVerbTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AfterARestoreNoIdIsGivenAgain()
    {
        using var folder = SiteFolder.WithSample();
        var site = Good.Load(folder.SiteFile);
        site.Paths.Prepare();
        Append(site.Paths.Journal, site.Site, 3);
        var copy = Path.Combine(folder.Path, "copy.db");
        var backup = await VerbRun.RunAsync(Cancellation, "journal", "backup", "--site", folder.SiteFile, copy);
        Assert.True(backup.Exit == ExitCode.Ok, backup.Errors);
        Assert.Contains("head 1.3:", backup.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await VerbRun.RunAsync(Cancellation, "journal", "backup", "--site", folder.SiteFile, copy)).Exit);

        var published = Append(site.Paths.Journal, site.Site, 2);
        File.Copy(copy, site.Paths.Journal, overwrite: true);
        var restored = await VerbRun.RunAsync(Cancellation, "journal", "restored", "--site", folder.SiteFile);
        Assert.True(restored.Exit == ExitCode.Ok, restored.Errors);
        Assert.Contains("epoch 2", restored.Output, StringComparison.Ordinal);
        Assert.Empty(published.Intersect(Append(site.Paths.Journal, site.Site, 2)));
        Assert.Equal(ExitCode.Ok, (await VerbRun.RunAsync(Cancellation, "journal", "verify", "--site", folder.SiteFile)).Exit);
    }

    [Fact]
    public async Task ARunningServiceIsNotMarkedRestored()
    {
        using var folder = SiteFolder.WithSample();
        var site = Good.Load(folder.SiteFile);
        site.Paths.Prepare();
        using var store = Open(site.Paths.Journal, site.Site);
        Assert.Equal(ExitCode.JournalInUse, (await VerbRun.RunAsync(Cancellation, "journal", "restored", "--site", folder.SiteFile)).Exit);
    }

    [Theory]
    [InlineData("restore.md", "after a disk failure")]
    [InlineData("upgrade.md", "after going back to an older version")]
    public void TheRunbookNamesIt(string runbook, string why) => Assert.True(
        File.ReadAllText(Path.Combine(RepositoryFiles.Root, "deploy", "runbook", runbook)).Contains("accessbridge journal restored", StringComparison.Ordinal), why);

    private static List<JournalPosition> Append(string journal, string site, int count)
    {
        using var store = Open(journal, site);
        var before = store.Head.Sequence;
        var entries = Enumerable.Range(1, count).Select(number => new JournalEntry(
            EntryOrigin.Event, "DoorOpened", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(number), "roof", "7", "{}", false));
        Assert.IsType<CommitResult.Committed>(store.Commit(new JournalBatch([.. entries], [], null)));
        return [.. store.EntriesAfter(before).Select(entry => entry.Position)];
    }

    private static JournalStore Open(string journal, string site) =>
        Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(journal, site), TimeProvider.System)).Store;
}
