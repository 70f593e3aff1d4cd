using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>
/// The procedure's scenarios on the screens of the running product, in Chromium: what the hands do is counted against the procedure's own figures, what
/// opens is counted at the simulated relay.
/// </summary>
[Collection(LobbyScenes.Name)]
public sealed class DeskScenarioTests(LobbyScene scene, DutyScreens screens) : IClassFixture<DutyScreens>
{
    /// <summary>How the register says that the one of A-1502 looks: shown when his name agrees, and not before.</summary>
    private const string Registered = "tall, short hair, glasses";

    private static readonly UnitConduct Welcomes = new(UnitReaction.Answers, After: 1, UnlocksAfter: 1, Talks: 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S01_A_forgotten_card_takes_three()
    {
        var hands = await DeskAsync();
        await hands.ChordAsync("Alt+1");
        await hands.LineAsync("input[id^=resident-]", "0805");
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);
    }

    [Fact]
    public async Task S02_A_self_declared_resident_whose_unit_answers_takes_three()
    {
        scene.Board.Conduct("1203", Welcomes);
        var hands = await DeskAsync();
        await hands.ChordAsync("Alt+2");
        await hands.LineAsync("input[id^=unit-]", "1203 李楠");
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);
    }

    [Fact]
    public async Task S03_Nobody_in_takes_five_and_the_patrol_follows_on_its_phone()
    {
        await scene.EndTasksAsync(Token);
        scene.Board.Conduct("1502", UnitConduct.NobodyHome);
        var hands = await DeskAsync();
        await hands.ChordAsync("Alt+2");
        await hands.LineAsync("input[id^=unit-]", "1502");
        await hands.Page.Locator("input[id^=name-]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        Assert.DoesNotContain(Registered, await hands.Page.ContentAsync(), StringComparison.Ordinal);
        await hands.LineAsync("input[id^=name-]", "刘洋");
        await Assertions.Expect(hands.Page.Locator(".registered bdi")).ToHaveTextAsync(Registered);
        await Assertions.Expect(hands.Page.Locator(".yes-no button").First).ToBeFocusedAsync();
        await hands.ChordAsync("Enter");
        var id = await OpensOnceAsync(hands);
        Assert.Equal(5, hands.Interactions);

        var phone = await screens.OfAsync(scene, "pat", "patrol", Token);
        await phone.Locator(".patrol-keys .key-main").ClickAsync();
        await phone.Locator("button[data-result=EnteredWithOwnKey]").ClickAsync();
        await scene.ToldAsync(id, "alertDone", "enteredWithOwnKey", Token);
        await Assertions.Expect(hands.Page.Locator(".side li", new PageLocatorOptions { HasTextString = "赵刚" })).ToContainTextAsync("在线");
    }

    [Fact]
    public async Task S04_Two_names_that_are_not_the_one_end_it_without_a_word_of_the_register()
    {
        scene.Board.Conduct("0602", UnitConduct.NobodyHome);
        var (hands, pulses) = (await DeskAsync(), scene.Pulses);
        await hands.ChordAsync("Alt+2");
        await hands.LineAsync("input[id^=unit-]", "0602");
        foreach (var name in new[] { "赵军", "陈军" })
        {
            await hands.Page.Locator("input[id^=name-]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
            await hands.LineAsync("input[id^=name-]", name);
            await hands.Page.Locator(".case-note", new PageLocatorOptions { HasTextString = "姓名不符" }).First.WaitForAsync();
        }

        await Assertions.Expect(hands.Page.Locator(".case-head .chip")).ToHaveTextAsync("未放行");
        await hands.ChordAsync("F9");
        Assert.DoesNotContain("杜娟", await hands.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(pulses, scene.Pulses);
    }

    [Fact]
    public async Task S05_A_leader_takes_three()
    {
        var hands = await DeskAsync();
        await hands.ChordAsync("Alt+3");
        await hands.ClickAsync(".tile");
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);
    }

    [Fact]
    public async Task S06_A_scanned_badge_takes_three()
    {
        var hands = await DeskAsync();
        await hands.ScanAsync("0231");
        await LikeAsync(hands);
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);
    }

    [Fact]
    public async Task S07_A_visitor_that_the_gate_announced_on_its_own_page_takes_two()
    {
        var gate = await screens.OfAsync(scene, "gate", "gate", Token);
        await gate.Locator("#gate-lobby").SelectOptionAsync("a");
        await gate.Locator("#gate-unit").FillAsync("A-0602");
        await gate.Locator("#gate-visitor").FillAsync("张伟峰");
        await gate.Locator("#gate-count").FillAsync("2");
        await gate.Locator("form .key-main").ClickAsync();
        await gate.Locator("li", new PageLocatorOptions { HasTextString = "张伟峰" }).GetByText("确认来访").ClickAsync();
        await gate.Locator("li", new PageLocatorOptions { HasTextString = "张伟峰" }).GetByText("已确认").WaitForAsync();

        var hands = await DeskAsync();
        await hands.ClickAsync(".queue-row:has-text('张伟峰')");
        await OpensOnceAsync(hands);
        Assert.Equal(2, hands.Interactions);
    }

    [Fact]
    public async Task S08_A_visitor_takes_three_by_the_units_key_and_four_by_its_word()
    {
        scene.Board.Conduct("1203", Welcomes);
        var hands = await DeskAsync();
        await hands.ChordAsync("Alt+5");
        await hands.LineAsync("input[id^=visit-]", "王明 访 李建国 1203");
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);

        scene.Board.Conduct("1203", new UnitConduct(UnitReaction.Answers, After: 1, Talks: 20));
        hands.Rest();
        await PanelIsFreeAsync();
        await hands.ChordAsync("Alt+5");
        await hands.LineAsync("input[id^=visit-]", "王明 访 李建国 1203");
        await hands.Page.Locator(".case-actions", new PageLocatorOptions { HasTextString = "住户口头同意" }).WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000 });
        await hands.Page.Locator(".side", new PageLocatorOptions { HasTextString = "通话中" }).WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000 });
        await hands.ChordAsync("F8");
        await OpensOnceAsync(hands);
        Assert.Equal(4, hands.Interactions);
    }

    [Fact]
    public async Task S09_A_visitor_of_a_special_household_takes_three_and_the_control_rooms_yes()
    {
        var hands = await DeskAsync();
        await hands.ChordAsync("Alt+5");
        await hands.LineAsync("input[id^=visit-]", "黄先生 访 钱文 1801");
        await AnsweredAsync("ccr", "control-room", "黄先生");
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);
    }

    [Fact]
    public async Task S10_Officers_take_three_and_the_offices_yes()
    {
        var hands = await DeskAsync();
        await hands.ChordAsync("Alt+6");
        await hands.LineAsync("input[id^=party-]", "区消防大队 周警官 检查 2人");
        await AnsweredAsync("off", "office", "周警官");
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);
    }

    [Fact]
    public async Task S11_A_scanned_pass_takes_three_and_is_recorded_before_the_key_is_live()
    {
        var hands = await DeskAsync();
        await hands.ScanAsync("P-0555");
        await LikeAsync(hands);
        await hands.Page.Locator("#open-key[data-live=true]").WaitForAsync();
        var id = await CaseOfAsync(hands.Page);
        Assert.Single(await scene.RecordsAsync("visitor-log", id, Token));
        await OpensOnceAsync(hands);
        Assert.Equal(3, hands.Interactions);
    }

    private async Task<Hands> DeskAsync()
    {
        var page = await screens.OfAsync(scene, "la", "desk", Token);
        await PanelIsFreeAsync();
        return new Hands(page);
    }

    private static async Task LikeAsync(Hands hands)
    {
        await Assertions.Expect(hands.Page.Locator(".yes-no button").First).ToBeFocusedAsync();
        await hands.ChordAsync("Enter");
    }

    /// <summary>The other post answers on its own page.</summary>
    private async Task AnsweredAsync(string user, string path, string visitor)
    {
        var page = await screens.OfAsync(scene, user, path, Token);
        var question = page.Locator("article.question", new PageLocatorOptions { HasTextString = visitor });
        await question.Locator(".key-main").ClickAsync();
        await question.Locator("input[type=number]").WaitForAsync();
        await question.Locator(".key-main").ClickAsync();
    }

    /// <summary>One pulse at the relay for one press, and none for another one.</summary>
    private async Task<long> OpensOnceAsync(Hands hands)
    {
        await hands.Page.Locator("#open-key[data-live=true]").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        var door = scene.Installation.World.Doors[scene.Door];
        Assert.True(await Deadline.UntilAsync(() => !door.IsOpen && !door.IsReleased, TimeSpan.FromSeconds(20), Token), "the door is shut before");
        var (id, before) = (await CaseOfAsync(hands.Page), scene.Pulses);
        door.Wait(new Visitor(TimeSpan.FromSeconds(15), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500), TimeSpan.Zero));
        await hands.ChordAsync("F9");
        await hands.Page.Keyboard.PressAsync("F9");
        await scene.UntilAsync(id, "entered", Token);
        await Assertions.Expect(hands.Page.Locator(".case-head .chip")).ToHaveTextAsync("已进入");
        Assert.True(await Deadline.UntilAsync(() => !door.IsOpen && !door.IsReleased, TimeSpan.FromSeconds(20), Token), "the door is shut after");
        Assert.Equal(before + 1, scene.Pulses);
        return id;
    }

    private static async Task<long> CaseOfAsync(IPage page) =>
        long.Parse((await page.GetAttributeAsync("#open-key", "data-case"))!, System.Globalization.CultureInfo.InvariantCulture);

    private async Task PanelIsFreeAsync() => Assert.True(
        await Deadline.UntilAsync(() => scene.Board.OpenCalls.Count == 0 && scene.Calls("callStarted") == scene.Calls("callEnded"), TimeSpan.FromSeconds(40), Token), "the panel is in a call");
}
