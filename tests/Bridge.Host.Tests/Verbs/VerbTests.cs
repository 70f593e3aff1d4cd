using Bridge.Host.Configuration;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Verbs;
using Bridge.Journal;
using Microsoft.Data.Sqlite;

namespace Bridge.Host.Tests.Verbs;

/// <summary>What every verb prints and how it ends.</summary>
public sealed class VerbTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ExitCode.Ok, "the version", "version")]
    [InlineData(ExitCode.Ok, "help", "--help")]
    [InlineData(ExitCode.Usage, "no verb")]
    [InlineData(ExitCode.Usage, "no such verb", "open-the-door")]
    [InlineData(ExitCode.Usage, "no site", "validate")]
    [InlineData(ExitCode.Usage, "no such option", "validate", "--site", "site.json", "--loud")]
    [InlineData(ExitCode.Usage, "an impossible number", "journal", "show", "--site", "site.json", "--last", "0")]
    [InlineData(ExitCode.Usage, "an impossible head", "journal", "verify", "--site", "site.json", "--head", "1.2:abc")]
    [InlineData(ExitCode.Usage, "an unknown format", "journal", "export", "--site", "site.json", "--format", "xml")]
    [InlineData(ExitCode.NoInput, "no site file", "validate", "--site", "/no/such/site.json")]
    [InlineData(ExitCode.NoInput, "no site file", "run", "--site", "/no/such/site.json")]
    public async Task EndsWith(int exit, string why, params string[] arguments)
    {
        var run = await VerbRun.RunAsync(Cancellation, arguments);
        Assert.True(exit == run.Exit, $"{why}: {run.Exit}, {run.Errors}");
        Assert.NotEmpty(exit == ExitCode.Ok ? run.Output : run.Errors);
    }

    [Fact]
    public async Task ValidateSaysWhatTheSiteIs()
    {
        using var folder = SiteFolder.WithSample();
        var before = folder.Contents();
        var run = await VerbRun.RunAsync(Cancellation, "validate", "--site", folder.SiteFile);
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("door roof (天台 / Roof): lock roof-io.relay1 for 5 s", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 errors, 0 warnings", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Contents());
    }

    [Fact]
    public async Task ValidateNamesTheDoorsThatDigitsAloneOpen()
    {
        using var folder = SiteFolder.With(File.ReadAllText(RepositoryFiles.Sample).Replace("\"cardAndPin\",", "\"cardOrPin\",", StringComparison.Ordinal));
        var run = await VerbRun.RunAsync(Cancellation, "validate", "--site", folder.SiteFile);
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("opened by digits alone: lobby-main.outside", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 warnings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportWritesTheRegisterAndADryRunDoesNot()
    {
        using var folder = SiteFolder.WithSample();
        var before = folder.Contents();
        var dry = await VerbRun.RunAsync(Cancellation, "import", "--site", folder.SiteFile, RepositoryFiles.Residents, "--dry-run");
        Assert.Equal(ExitCode.Ok, dry.Exit);
        Assert.Equal(before, folder.Contents());
        Assert.Contains("5 holders, 5 cards, 4 PINs", dry.Output, StringComparison.Ordinal);

        var wet = await VerbRun.RunAsync(Cancellation, "import", "--site", folder.SiteFile, RepositoryFiles.Residents);
        Assert.True(wet.Exit == ExitCode.Ok, wet.Errors);
        Assert.Contains("holders 5 added", wet.Output, StringComparison.Ordinal);
        var again = await VerbRun.RunAsync(Cancellation, "import", "--site", folder.SiteFile, RepositoryFiles.Residents);
        Assert.Contains("credentials 0 added, 0 changed, 9 unchanged, 0 removed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportOfAMissingFileIsNoInput()
    {
        using var folder = SiteFolder.WithSample();
        Assert.Equal(ExitCode.NoInput, (await VerbRun.RunAsync(Cancellation, "import", "--site", folder.SiteFile, "no-such.csv")).Exit);
    }

    [Fact]
    public async Task ImportIntoADamagedRegisterTouchesNothing()
    {
        using var folder = SiteFolder.WithSample();
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        var register = folder.Write(Path.Combine("data", "register.db"), "this is not a register");
        var run = await VerbRun.RunAsync(Cancellation, "import", "--site", folder.SiteFile, RepositoryFiles.Residents);
        Assert.Equal(ExitCode.JournalUnusable, run.Exit);
        Assert.Equal("this is not a register", File.ReadAllText(register));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("show")]
    [InlineData("export")]
    public async Task TheJournalVerbsSayWhenThereIsNone(string verb)
    {
        using var folder = SiteFolder.WithSample();
        var run = await VerbRun.RunAsync(Cancellation, "journal", verb, "--site", folder.SiteFile);
        Assert.Equal(ExitCode.NoInput, run.Exit);
        Assert.Contains("There is no journal", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyTellsAnIntactJournalFromATamperedOne()
    {
        using var folder = SiteFolder.WithSample();
        var journal = JournalWith(folder, "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        var good = await VerbRun.RunAsync(Cancellation, "journal", "verify", "--site", folder.SiteFile);
        Assert.True(good.Exit == ExitCode.Ok, good.Errors);
        Assert.Contains("intact: 3 rows of harbour-tower", good.Output, StringComparison.Ordinal);
        var head = good.Output.Trim().Split(' ')[^1];
        Assert.Equal(ExitCode.Ok, (await VerbRun.RunAsync(Cancellation, "journal", "verify", "--site", folder.SiteFile, "--head", head)).Exit);

        Execute(journal, "UPDATE entry SET body = '{\"n\":9}' WHERE sequence = 2");
        var bad = await VerbRun.RunAsync(Cancellation, "journal", "verify", "--site", folder.SiteFile);
        Assert.Equal(ExitCode.BadData, bad.Exit);
        Assert.Contains("BROKEN at row 2", bad.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyDoesNotCallAJournalWithoutItsBeginningIntact()
    {
        using var folder = SiteFolder.WithSample();
        var journal = JournalWith(folder, "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        Execute(journal,
            "INSERT INTO anchor SELECT 1, epoch, sequence, hash, 2, 0 FROM entry WHERE sequence = 2; DELETE FROM entry WHERE sequence <= 2");
        var gone = await VerbRun.RunAsync(Cancellation, "journal", "verify", "--site", folder.SiteFile);
        Assert.Equal(ExitCode.BadData, gone.Exit);
        Assert.Contains("UNEXPLAINED", gone.Errors, StringComparison.Ordinal);
        var old = await VerbRun.RunAsync(Cancellation, "journal", "verify", "--site", folder.SiteFile, "--head", $"1.1:{new string('0', 64)}");
        Assert.Equal(ExitCode.BadData, old.Exit);
        Assert.Contains("NOT COMPARED", old.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowPrintsTheLastEntriesOldestFirst()
    {
        using var folder = SiteFolder.WithSample();
        JournalWith(folder, "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
        var run = await VerbRun.RunAsync(Cancellation, "journal", "show", "--site", folder.SiteFile, "--last", "2", "--door", "roof");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("{\"n\":2}", lines[0], StringComparison.Ordinal);
        Assert.Contains("{\"n\":3}", lines[1], StringComparison.Ordinal);
        var other = await VerbRun.RunAsync(Cancellation, "journal", "show", "--site", folder.SiteFile, "--door", "lobby-main");
        Assert.Equal((ExitCode.Ok, ""), (other.Exit, other.Output));
    }

    [Fact]
    public async Task ShowFollowsUntilItIsInterrupted()
    {
        using var folder = SiteFolder.WithSample();
        JournalWith(folder, "{\"n\":1}");
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        interrupt.CancelAfter(TimeSpan.FromMilliseconds(200));
        var run = await VerbRun.RunAsync(interrupt.Token, "journal", "show", "--site", folder.SiteFile, "--follow");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("{\"n\":1}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExportWritesJsonLinesAndCsvWithoutFormulas()
    {
        using var folder = SiteFolder.WithSample();
        JournalWith(folder, "=HYPERLINK(\"http://example.org\")", "{\"n\":2}");
        var json = await VerbRun.RunAsync(Cancellation, "journal", "export", "--site", folder.SiteFile);
        Assert.Equal((ExitCode.Ok, 2), (json.Exit, json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("\"sequence\":2", json.Output, StringComparison.Ordinal);
        var csv = await VerbRun.RunAsync(Cancellation, "journal", "export", "--site", folder.SiteFile, "--format", "csv");
        Assert.StartsWith("epoch,sequence,", csv.Output, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK", csv.Output, StringComparison.Ordinal);
        var rest = await VerbRun.RunAsync(Cancellation, "journal", "export", "--site", folder.SiteFile, "--after", "1");
        Assert.Single(rest.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task ParkedShowsWhatTheBrokerRefusedAndClearsIt()
    {
        using var folder = SiteFolder.WithSample();
        var journal = JournalWith(folder, "{\"n\":1}");
        Execute(journal,
            "INSERT INTO outbox (channel, topic, payload, content_type, sequence, enqueued_at, parked_at, parked_reason) "
            + "VALUES ('mqtt', 'ab/v1/x', x'00', 'text/plain', 1, 0, 0, 'too large')");
        var shown = await VerbRun.RunAsync(Cancellation, "journal", "parked", "--site", folder.SiteFile);
        Assert.True(shown.Exit == ExitCode.Ok, shown.Errors);
        Assert.Contains("ab/v1/x: too large", shown.Output, StringComparison.Ordinal);
        var cleared = await VerbRun.RunAsync(Cancellation, "journal", "parked", "--site", folder.SiteFile, "--clear");
        Assert.Contains("1 cleared", cleared.Output, StringComparison.Ordinal);
        Assert.Contains("0 parked", (await VerbRun.RunAsync(Cancellation, "journal", "parked", "--site", folder.SiteFile)).Output, StringComparison.Ordinal);
    }

    private static string JournalWith(SiteFolder folder, params string[] bodies)
    {
        var site = Good.Load(folder.SiteFile);
        site.Paths.Prepare();
        var opened = JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), TimeProvider.System);
        using var store = Assert.IsType<JournalOpened.Open>(opened).Store;
        var entries = bodies.Select((body, index) => new JournalEntry(
            EntryOrigin.Event, "DoorOpened", DateTimeOffset.UnixEpoch.AddSeconds(index), TimeSpan.FromSeconds(index), "roof", "7", body, false));
        Assert.IsType<CommitResult.Committed>(store.Commit(new JournalBatch([.. entries], [], null)));
        return site.Paths.Journal;
    }

    internal static void Execute(string journal, string statement)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = journal, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
