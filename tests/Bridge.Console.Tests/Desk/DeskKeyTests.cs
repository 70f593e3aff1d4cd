using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>What the desk's keys ask of the server, and above all when they ask nothing.</summary>
public sealed class DeskKeyTests
{
    private static readonly Screen Wide = new(1366, 768, false, "zh");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DeskView Now(params DeskCase[] cases) => DeskPictures.With(TimeProvider.System.GetUtcNow().AddMinutes(5), cases);

    [Fact]
    public async Task TheKeyOpensOnceWhenItIsLetGo()
    {
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);

        await page.Keyboard.DownAsync("F9");
        await page.Keyboard.DownAsync("F9");
        await page.Keyboard.DownAsync("F9");
        Assert.Empty(Presses(host));
        await page.Keyboard.UpAsync("F9");
        await SettledAsync(page, host, 1);

        await page.FocusAsync("#open-key");
        await page.Keyboard.PressAsync("Enter");
        await SettledAsync(page, host, 2);
        await page.Keyboard.PressAsync("Space");
        await SettledAsync(page, host, 3);
        await page.ClickAsync("#open-key");
        await SettledAsync(page, host, 4);
        Assert.Equal([1, 2, 3, 4], Presses(host).Select(press => press.Sequence));
        Assert.All(Presses(host), press => Assert.Equal((17, DeskPictures.Door, null), (press.Case, press.Door, press.Again)));
    }

    /// <summary>Whatever is pressed while the server thinks is the same wish once more.</summary>
    [Fact]
    public async Task NothingIsPressedBeforeTheAnswerHasCome()
    {
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared), DeskPictures.Assistant, Cancelled);
        var answer = new TaskCompletionSource();
        host.Desk.Answers = answer.Task;
        var page = await host.OpenAsync(Wide);
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.Locator("#open-key")).ToHaveAttributeAsync("aria-busy", "true");
        await page.Keyboard.PressAsync("F9");
        await page.ClickAsync("#open-key");

        // What was pressed before has been heard when this one has.
        await page.Keyboard.PressAsync("Alt+8");
        await host.UntilAsync(desk => desk.Acts.OfType<DeskAct.OpenCase>().Any(), Cancelled);
        answer.SetResult();
        await SettledAsync(page, host, 1);
        await page.Keyboard.PressAsync("F9");
        await SettledAsync(page, host, 2);
    }

    public static TheoryData<string, string> DeadKeys => new()
    {
        { "missing", "something is missing" },
        { "stale", "the picture is fourteen seconds old" },
        { "offline", "the door cannot be seen" },
        { "expired", "the evidence has run out" },
        { "none", "no case is in hand" },
        { "undecided", "nobody has said what he comes for" },
    };

    [Theory, MemberData(nameof(DeadKeys))]
    public async Task ADeadKeyAsksNothingAndSaysWhy(string what, string why)
    {
        var picture = what switch
        {
            "missing" => Now(DeskPictures.Waiting),
            "stale" => Now(DeskPictures.Cleared) with { ObservedAt = TimeProvider.System.GetUtcNow().AddSeconds(-14) },
            "offline" => Now(DeskPictures.Cleared) is var view ? view with { Doors = [view.Doors[0] with { Online = false }, view.Doors[1]] } : null!,
            "undecided" => Now(DeskPictures.Waiting with { Category = AdmissionCategory.Undecided, Stage = CaseStage.Verifying, Question = null, Missing = [] }),
            "expired" => Now(DeskPictures.Cleared with { OpenFor = TimeSpan.Zero }),
            _ => Now(),
        };
        await using var host = await DeskHost.StartAsync(picture, DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);
        await page.Keyboard.PressAsync("F9");
        if (what != "none")
        {
            Assert.Equal("true", await page.GetAttributeAsync("#open-key", "aria-disabled"));
            Assert.NotEmpty((await page.Locator(".when-linked").InnerTextAsync()).Trim());
            Assert.Equal(what == "undecided", (await page.Locator(".when-linked").InnerTextAsync()).Contains("类别", StringComparison.Ordinal));
            await page.ClickAsync("#open-key", new PageClickOptions { Force = true });
            await page.FocusAsync("#open-key");
            await page.Keyboard.PressAsync("Enter");
        }

        // Whatever was pressed before has been heard when this one has.
        await page.Keyboard.PressAsync("Alt+8");
        await host.UntilAsync(desk => desk.Acts.Any(act => act is DeskAct.OpenCase or DeskAct.ChangeCategory), Cancelled);
        Assert.True(Presses(host).Count == 0, why);
    }

    [Fact]
    public async Task AnInputMethodThatComposesPressesNothing()
    {
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);
        await page.EvaluateAsync("""
            for (const type of ["keydown", "keyup"]) {
              document.body.dispatchEvent(new KeyboardEvent(type, { key: "F9", bubbles: true, isComposing: true }));
            }
            """);
        await page.Keyboard.PressAsync("Alt+8");
        await host.UntilAsync(desk => desk.Acts.OfType<DeskAct.OpenCase>().Any(), Cancelled);
        Assert.Empty(Presses(host));
    }

    [Theory]
    [InlineData("Alt+1", AdmissionCategory.ForgottenCard)]
    [InlineData("Alt+2", AdmissionCategory.SelfDeclaredResident)]
    [InlineData("Alt+3", AdmissionCategory.ListedLeader)]
    [InlineData("Alt+4", AdmissionCategory.Employee)]
    [InlineData("Alt+5", AdmissionCategory.Visitor)]
    [InlineData("Alt+6", AdmissionCategory.GovernmentOfficer)]
    [InlineData("Alt+7", AdmissionCategory.Tour)]
    [InlineData("Alt+8", AdmissionCategory.PassHolder)]
    [InlineData("Alt+Numpad8", AdmissionCategory.PassHolder)]
    public async Task ADigitBeginsItsCategory(string key, AdmissionCategory category)
    {
        await using var host = await DeskHost.StartAsync(Now(), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);
        await page.Keyboard.PressAsync(key);
        await host.UntilAsync(desk => desk.Acts.Count == 1, Cancelled);
        Assert.Equal(new DeskAct.OpenCase(DeskPictures.Door, category), Assert.Single(host.Desk.Acts));
    }

    [Fact]
    public async Task AnAnnouncedVisitorTakesOneKey()
    {
        var picture = Now() with { Announced = [new AnnouncedView("n1", "A-0602", "张伟", 2, Confirmed: true, TimeSpan.FromMinutes(17))] };
        await using var host = await DeskHost.StartAsync(picture, DeskPictures.Assistant, Cancelled);
        host.Desk.Answer = act => act is DeskAct.OpenCase ? new ActOutcome(null, 30) : new ActOutcome(null);
        var page = await host.OpenAsync(Wide);
        await page.Locator(".queue-row").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await host.UntilAsync(desk => desk.Acts.Count == 2, Cancelled);
        Assert.Equal(
            [new DeskAct.OpenCase(DeskPictures.Door, AdmissionCategory.AnnouncedVisitor), new DeskAct.MatchAnnouncement(30, "n1", 2, NameAgrees: true)], host.Desk.Acts);
    }

    /// <summary>F4 tells who is in hand after the Enter.</summary>
    [Theory]
    [InlineData(CaseStage.Cleared, 17, "she may come in: nobody else comes under the key")]
    [InlineData(CaseStage.Waiting, 17, "she waits for an answer")]
    [InlineData(CaseStage.Entered, 16, "she is in: the next one")]
    public async Task EnterTakesTheNextOnlyWithFreeHands(CaseStage stage, long held, string why)
    {
        var urgent = DeskPictures.Waiting with { Id = 16, Question = DeskPictures.Waiting.Question! with { Age = TimeSpan.FromSeconds(29) } };
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared with { Stage = stage }, urgent), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);
        await page.GotoAsync(new Uri(host.Host.Address, "/desk?lang=en&case=17").ToString());
        await page.Locator("#open-key[data-case='17']").WaitForAsync();
        await page.Locator("[data-beat]:not([data-beat='0'])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("F4");
        await host.UntilAsync(desk => desk.Acts.Count == 1, Cancelled);
        Assert.True(Assert.Single(host.Desk.Acts) is DeskAct.Hold hold && hold.Case == held, why);
    }

    [Fact]
    public async Task ALineIsReadOrSaidToBeUnreadable()
    {
        var open = DeskPictures.Waiting with { Stage = CaseStage.Open, Unit = null, Person = null, Host = null, Question = null };
        await using var host = await DeskHost.StartAsync(Now(open), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);
        await Assertions.Expect(page.Locator("#visit-17")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("王明 李建国");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".line-entry [role=alert]").WaitForAsync();
        Assert.Equal("王明 李建国", await page.InputValueAsync("#visit-17"));
        Assert.Empty(host.Desk.Acts);

        await page.FillAsync("#visit-17", "王明 访 李建国 1203 2人");
        await page.Keyboard.PressAsync("Enter");
        await host.UntilAsync(desk => desk.Acts.Count == 1, Cancelled);
        Assert.Equal(new DeskAct.DescribeVisit(17, "王明", "李建国", "1203", 2), Assert.Single(host.Desk.Acts));
    }

    [Fact]
    public async Task AHouseholdThatSaidYesAloudIsHeardWithOneKeyAndARefusalIsSaidInWords()
    {
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Waiting), DeskPictures.Assistant, Cancelled);
        host.Desk.Answer = _ => new ActOutcome("request_not_open");
        var page = await host.OpenAsync(Wide);
        await page.Keyboard.PressAsync("F8");
        await page.Locator(".case-note[role=alert]", new PageLocatorOptions { HasTextString = "没有这个未答复的询问" }).WaitForAsync();
        Assert.Equal(new DeskAct.Heard(17, Yes: true), Assert.Single(host.Desk.Acts));
    }

    public static TheoryData<CaseStage, string[], bool, string> Scans => new()
    {
        { CaseStage.Open, ["PassChecked", "LikenessAgrees", "RecordStored"], true, "the case in hand waits for its pass" },
        { CaseStage.Entered, ["PassChecked", "LikenessAgrees", "RecordStored"], false, "its bearer is in: somebody else stands there" },
        { CaseStage.Verifying, ["LikenessAgrees", "RecordStored"], false, "it has a pass already" },
    };

    [Theory, MemberData(nameof(Scans))]
    public async Task AScannedPassGoesToTheCaseThatWaitsForItOrToANewOne(CaseStage stage, string[] missing, bool same, string why)
    {
        var one = new DeskCase(17, DeskPictures.Door, AdmissionCategory.PassHolder, stage, TimeSpan.FromSeconds(9)) { Missing = [.. missing], Mine = true };
        await using var host = await DeskHost.StartAsync(Now(one), DeskPictures.Assistant, Cancelled);
        host.Desk.Answer = act => act is DeskAct.OpenCase ? new ActOutcome(null, 30) : new ActOutcome(null);
        var page = await host.OpenAsync(Wide);
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("P-0457");
        await page.Keyboard.PressAsync("Enter");
        await host.UntilAsync(desk => desk.Acts.OfType<DeskAct.PresentPass>().Any(), Cancelled);
        Assert.True(new DeskAct.PresentPass(same ? 17 : 30, "P-0457") == Assert.Single(host.Desk.Acts.OfType<DeskAct.PresentPass>()), why);
        Assert.Equal(same ? 0 : 1, host.Desk.Acts.OfType<DeskAct.OpenCase>().Count());
    }

    [Fact]
    public async Task ADeskThatWasLeftAsksWhoSitsThereBeforeItOpens()
    {
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared), DeskPictures.Assistant, Cancelled);
        host.Desk.Answer = _ => new ActOutcome(ActOutcome.SignInAgain);
        var page = await host.OpenAsync(Wide);
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.Locator("#again")).ToBeFocusedAsync();
        Assert.Equal("password", await page.GetAttributeAsync("#again", "type"));
        await page.Keyboard.TypeAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".left [role=alert]").WaitForAsync();
        await page.FillAsync("#again", "right");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#again")).ToHaveCountAsync(0);
        Assert.Single(Presses(host));
    }

    [Fact]
    public async Task AServerThatIsGoneLeavesADeadKeyThatSaysSo()
    {
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await host.Host.DisposeAsync();
        await page.Locator(".when-lost").WaitForAsync(new LocatorWaitForOptions { Timeout = 15_000 });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"the key was dead after {clock.Elapsed}");
        await Assertions.Expect(page.Locator("section.case")).ToHaveAttributeAsync("inert", "");
        await Assertions.Expect(page.Locator(".categories")).ToHaveAttributeAsync("inert", "");
    }

    [Fact]
    public async Task NobodySeesAPageThatIsNotHis()
    {
        await using var host = await DeskHost.StartAsync(Now(DeskPictures.Cleared), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Wide);
        await page.RunAndWaitForRequestAsync(() => { host.Seat.End(); return Task.CompletedTask; }, request => request.Url.Contains("/sign-in?", StringComparison.Ordinal));

        await using var other = await DeskHost.StartAsync(Now(DeskPictures.Cleared), DeskPictures.Assistant with { Role = Seats.SeatRole.Patrol }, Cancelled);
        Assert.DoesNotContain("李建国", await other.Host.FetchAsync("desk", Cancelled), StringComparison.Ordinal);
    }

    private static List<DeskAct.PressOpen> Presses(DeskHost host) => [.. host.Desk.Acts.OfType<DeskAct.PressOpen>()];

    private static async Task SettledAsync(IPage page, DeskHost host, int presses)
    {
        await host.UntilAsync(desk => desk.Acts.OfType<DeskAct.PressOpen>().Count() >= presses, Cancelled);
        await Assertions.Expect(page.Locator("#open-key")).Not.ToHaveAttributeAsync("aria-busy", "true");
        Assert.Equal(presses, Presses(host).Count);
    }
}
