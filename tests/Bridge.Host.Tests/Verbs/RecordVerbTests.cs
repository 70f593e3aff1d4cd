using Bridge.Host.Configuration;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Verbs;
using Bridge.Journal;
using Bridge.Journal.Records;

namespace Bridge.Host.Tests.Verbs;

/// <summary>The kept records on the command line: covered, safe for a spreadsheet, and a person can be erased.</summary>
public sealed class RecordVerbTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly SiteFolder folder = SiteFolder.WithSample();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task RecordsAreShownWithNamesCovered()
    {
        Fill();
        var run = await RunAsync("records", "show");
        Assert.True(run.Exit == ExitCode.Ok, run.Errors);
        Assert.Contains("VL-202603-0001", run.Output, StringComparison.Ordinal);
        Assert.Contains("王*", run.Output, StringComparison.Ordinal);
        Assert.Contains("138****5678", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("王明", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from 2026-03-02 --until 2026-03-02", 2, "a day is a whole day")]
    [InlineData("--until 2026-03-01", 0, "the day before")]
    [InlineData("--form DL", 1, "one form")]
    [InlineData("--case c1", 1, "one case")]
    [InlineData("--category visitor --lobby lobby-a", 1, "category and lobby")]
    public async Task RecordsAreChosen(string options, int expected, string why)
    {
        Fill();
        var run = await RunAsync(["records", "export", .. options.Split(' ')]);
        Assert.True(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1 == expected, $"{why}: {run.Output}{run.Errors}");
    }

    [Fact]
    public async Task AnExportedFieldIsNoFormula()
    {
        Fill();
        var run = await RunAsync("records", "export");
        Assert.Contains("'=cmd|calc", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APersonIsErasedAndTheJournalSaysSoAndVerifies()
    {
        var person = Fill();
        var run = await RunAsync("people", "erase", person, "--ground", "request");
        Assert.True(run.Exit == ExitCode.Ok && run.Output.Contains("1 erased, 0 kept", StringComparison.Ordinal), run.Output + run.Errors);
        Assert.Contains("(erased)", (await RunAsync("records", "show")).Output, StringComparison.Ordinal);
        var shown = await RunAsync("journal", "show", "--kind", Erasure.EntryKind);
        Assert.Contains("\"count\":1,\"ground\":\"request\"", shown.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await RunAsync("journal", "verify")).Exit);
    }

    [Fact]
    public async Task NobodyIsErasedWhileTheServiceRuns()
    {
        var person = Fill();
        var site = Site();
        using var running = Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), TimeProvider.System)).Store;
        var run = await RunAsync("people", "erase", person, "--ground", "request");
        Assert.Equal(ExitCode.JournalInUse, run.Exit);
        Assert.Contains("stop the service first", run.Errors, StringComparison.Ordinal);
        Assert.Contains("王*", (await RunAsync("records", "show")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAJournalThereIsNothingToShowOrErase()
    {
        Assert.Equal(ExitCode.NoInput, (await RunAsync("records", "show")).Exit);
        Assert.Equal(ExitCode.NoInput, (await RunAsync("people", "erase", "somebody", "--ground", "request")).Exit);
        Assert.Equal(ExitCode.Usage, (await RunAsync("records", "show", "--from", "yesterday")).Exit);
    }

    private SiteConfiguration Site() => Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile)).Configuration;

    private Task<VerbRun> RunAsync(params string[] arguments) =>
        VerbRun.RunAsync(TestContext.Current.CancellationToken, [.. arguments, "--site", folder.SiteFile]);

    private string Fill()
    {
        var site = Site();
        site.Paths.Prepare();
        using var store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), TimeProvider.System)).Store;
        using var vault = Assert.IsType<PersonVaultOpened.Open>(
            PersonVault.Open(new PersonVaultOptions(site.Paths.Journal, site.Paths.PersonKeys, site.Site), TimeProvider.System)).Vault;
        var person = Assert.IsType<StorageResult<SealedPerson>.Done>(vault.Seal(new PersonDraft(
            new PersonFields { Name = "王明", Phone = "13812345678", Organisation = "=cmd|calc" }, RetentionClass.VisitorIdentity, Morning))).Value;
        var entry = new JournalEntry(EntryOrigin.Event, "RecordWritten", Morning, TimeSpan.Zero, null, null, "{}", false);
        Assert.IsType<CommitResult.Committed>(store.Commit(new JournalBatch([entry], [], null)
        {
            People = [person],
            Records =
            [
                new RecordDraft(RecordNumber.First(RecordForm.VisitorLog, new DateOnly(2026, 3, 2)), 1, "lobby-a", "c1", "assistant-7", Morning,
                    new RecordFields { Category = "visitor", Result = "admitted", Person = person.Id }),
                new RecordDraft(RecordNumber.First(RecordForm.DutyLog, new DateOnly(2026, 3, 2)), 1, "lobby-a", "c2", "assistant-7", Morning,
                    new RecordFields { Category = "unknownResident" }),
            ],
        }));
        return person.Id;
    }
}
