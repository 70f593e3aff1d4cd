using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Translation;
using Bridge.Host.Verbs;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Tests.Verbs;

/// <summary>accessbridge explain, on a journal in a file: the verdict first, then a line a step.</summary>
public sealed class ExplainVerbTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 10, 12, 3, TimeSpan.FromHours(8));
    private static readonly DoorId Front = new("lobby-main");
    private static readonly ActorId Assistant = new("a-7");

    private readonly SiteFolder folder = SiteFolder.WithSample();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("case 17", "Case 17: Opened. a-7 pressed the open key for case 17 on: the household said yes (evidence 9). Access 42.", "a case that opened")]
    [InlineData("access 42", "Access 42: Opened. a-7 pressed the open key for case 17", "its access")]
    [InlineData("entry 3", "Case 17: Opened.", "an event of the case")]
    [InlineData("entry 1", "Case 17: Opened.", "the input that began it")]
    [InlineData("case 18", "Case 18: Not opened. Case 18 ended refused: the household said no (RF-02, clause 5-2, 5-2b).", "a case that was refused")]
    [InlineData("access 43", "Access 43: Not opened. Refused for credential c-1 at lobby-main.outside as access 43: the credential has expired.", "a card")]
    [InlineData("entry 13", "Entry 13: Opened. No release was given: the door was forced.", "a forced door")]
    public async Task TheFirstLineIsTheVerdict(string what, string verdict, string why)
    {
        Fill();
        var run = await RunAsync([.. what.Split(' '), "--language", "en"]);
        Assert.True(run.Exit == ExitCode.Ok, run.Errors);
        Assert.True(run.Output.StartsWith(verdict, StringComparison.Ordinal), $"{why}: {run.Output}");
    }

    [Fact]
    public async Task EveryStepHasItsLine()
    {
        Fill();
        var run = await RunAsync("case", "17", "--language", "en");
        Assert.Equal(
            """
            2026-03-02 10:12:03 case 17 opened at lobby-main: visitor, unannounced (clause 5-2, 5-2b), by assistant a-7  [1.2]
            10:12:41 evidence 9: the household said yes, good for 60 s (clause 5-2)  [1.3]
            10:12:50 the open key was pressed by assistant a-7: granted as access 42 on evidence 9, the household said yes, door lobby-main  [1.4]
            10:12:50 case 17: from cleared to opening, visitor, unannounced; by assistant a-7  [1.5]
            10:12:51 lock released at lobby-main  [1.6]
            10:12:53 door lobby-main opened  [1.7]
            10:12:53 somebody went in by access 42  [1.8]

            """.ReplaceLineEndings("\n"),
            run.Output[(run.Output.IndexOf('\n', StringComparison.Ordinal) + 1)..].ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task ChineseIsTheUsualLanguage()
    {
        Fill();
        Assert.StartsWith("个案 17：门已打开。a-7 为个案 17 按下开门键，依据：住户许可（编号 9）。通行 42。", (await RunAsync("case", "17")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case 99", ExitCode.NoInput, "The journal knows no case 99.")]
    [InlineData("access 99", ExitCode.NoInput, "The journal knows no access 99.")]
    [InlineData("entry 99", ExitCode.NoInput, "The journal knows no entry 99.")]
    [InlineData("case 0", ExitCode.Usage, "expected a number from 1, not 0")]
    [InlineData("case x", ExitCode.Usage, "'x'")]
    [InlineData("case 17 --language fr", ExitCode.Usage, "'fr'")]
    public async Task WhatIsNotThereIsOneError(string what, int exit, string error)
    {
        Fill();
        var run = await RunAsync(what.Split(' '));
        Assert.Equal(exit, run.Exit);
        Assert.Contains(error, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task WithoutAJournalThereIsNothingToExplain() => Assert.Equal(ExitCode.NoInput, (await RunAsync("case", "1")).Exit);

    private Task<VerbRun> RunAsync(params string[] arguments) =>
        VerbRun.RunAsync(TestContext.Current.CancellationToken, ["explain", .. arguments, "--site", folder.SiteFile]);

    private void Fill()
    {
        var site = Assert.IsType<LoadResult.Loaded>(ConfigurationLoader.Load(folder.SiteFile)).Configuration;
        site.Paths.Prepare();
        using var store = Assert.IsType<JournalOpened.Open>(JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), TimeProvider.System)).Store;
        var recorder = new TurnRecorder(new EventTranslation(site.Site));
        DecidedInput[] decided =
        [
            new(new PolicyInput.Tick(At(0)), Admitted(), Unjournalled: false),
            new(new PolicyInput.Tick(At(60)), RefusedAndForced(), Unjournalled: false),
        ];
        Assert.IsType<CommitResult.Committed>(store.Commit(recorder.Record(decided, store.Head, snapshot: null, lost: null)));
    }

    private static List<BuildingEvent> Admitted() =>
    [
        Of(17, EventKind.CaseOpened, 0) with { Door = Front },
        new(EventKind.EvidenceGiven, At(38)) { Admission = Facts(17) with { Role = null, Evidence = new(9), EvidenceKind = EvidenceKind.HouseholdYes } },
        Of(17, EventKind.AccessGranted, 47) with { Door = Front, Access = new(42), Admission = Facts(17) with { Evidence = new(9), EvidenceKind = EvidenceKind.HouseholdYes } },
        Of(17, EventKind.CaseMoved, 47) with { Admission = Facts(17) with { From = CaseStatus.Cleared, To = CaseStatus.Opening } },
        new(EventKind.LockReleased, At(48)) { Door = Front, Access = new(42) },
        new(EventKind.DoorOpened, At(50)) { Door = Front, Access = new(42) },
        new(EventKind.AccessTaken, At(50)) { Door = Front, Access = new(42) },
    ];

    private static List<BuildingEvent> RefusedAndForced() =>
    [
        Of(18, EventKind.CaseOpened, 60) with { Door = Front },
        Of(18, EventKind.CaseMoved, 61) with { Admission = Facts(18) with { From = CaseStatus.Waiting, To = CaseStatus.Refused, Refusal = Refusal.HouseholdRefused } },
        new(EventKind.AccessDenied, At(62)) { Door = Front, Access = new(43), AccessPoint = new("lobby-main.outside"), Credential = new("c-1"), Reason = DenyReason.CredentialExpired },
        new(EventKind.DoorOpened, At(63)) { Door = Front },
        new(EventKind.DoorForcedOpen, At(63)) { Door = Front },
    ];

    private static BuildingEvent Of(long number, EventKind kind, int seconds) => new(kind, At(seconds)) { Actor = Assistant, Admission = Facts(number) };

    private static AdmissionFacts Facts(long number) => new() { Lobby = new("a"), Case = new(number), Category = Category.Visitor, Role = Role.LobbyAssistant };

    private static Moment At(int seconds) => new(TimeSpan.FromSeconds(seconds), Morning.AddSeconds(seconds));
}
