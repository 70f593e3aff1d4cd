using System.Net;
using System.Text.Json.Nodes;
using Bridge.EndToEnd.Tests.Lobby;
using Bridge.EndToEnd.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>A supervisor at his page of the running product: what he asks of a door, what the simulated door says of it, and what the journal and MQTT tell.</summary>
[Collection(LobbyScenes.Name)]
public sealed class WatchScreenTests(LobbyScene scene, DutyScreens screens) : IClassFixture<DutyScreens>
{
    private const string Roof = "roof";
    private const string Pool = "pool";
    private const string Words = "西翼演练-7731";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ALockDownIsReadBackFromTheDoorAndEndedByTwo()
    {
        var before = scene.Observer.FirstHeard().Count;
        var supervisor = await screens.OfAsync(scene, "sup", "supervision", Token);
        await AskAsync(supervisor, Roof, "封锁", "确认封锁", Words);
        await ReadsAsync(supervisor, Roof, "封锁", "Confirmed", "已锁");
        await Assertions.Expect(Row(supervisor, Roof)).ToContainTextAsync("演练");
        await Assertions.Expect(Row(supervisor, Roof)).ToContainTextAsync(Words);

        // Whose post it is not gets nothing, whatever he sends.
        var (status, body) = await scene.AskAsync("la", $"doors/{Roof}/mode", new JsonObject { ["request"] = "lockDownRelease", ["reason"] = "other" }, Token);
        Assert.Equal((HttpStatusCode.Forbidden, "not-permitted"), (status, body!["code"]!.GetValue<string>()));
        await scene.RefusedAsync("tl", $"doors/{Roof}/mode", new JsonObject { ["request"] = "lockDownRelease", ["reason"] = "other" }, "not-permitted", Token);
        await scene.RefusedAsync("sup", $"doors/{Roof}/mode", new JsonObject { ["request"] = "lockDownRelease" }, "mode_reason", Token);

        await AskAsync(supervisor, Roof, "解除封锁", "确认请求解除", null);
        await Assertions.Expect(Row(supervisor, Roof)).ToContainTextAsync("须为他人");
        var controlRoom = await screens.OfAsync(scene, "ccr", "supervision", Token);
        await AskAsync(controlRoom, Roof, "解除封锁", "第二人确认解除", null);
        await ReadsAsync(supervisor, Roof, "锁定", "Confirmed", "已锁");

        await ToldAsync(before, "doorModeChanged", "\"mode\":\"lockedDown\"", "\"modeReason\":\"drill\"");
        await ToldAsync(before, "lockDownReleaseAsked", "\"mode\":\"lockedDown\"", "\"modeReason\":\"drill\"");
        await ToldAsync(before, "doorModeChanged", "\"mode\":\"locked\"", "\"modeReason\":\"drill\"");
        Assert.Equal(["LockDown/Drill", "LockDownRelease/Drill", "LockDownRelease/Drill"], Journalled("ModeRequested").TakeLast(3));
        Assert.DoesNotContain(scene.Observer.Heard, message => message.Payload.Contains(Words, StringComparison.Ordinal));
        Assert.Equal(0L, Count($"SELECT count(*) FROM entry WHERE instr(body, '{Words}') > 0"));
    }

    [Fact]
    public async Task AnUnlockingMovesTheLockAndWhatNoSensorSaysIsNotClaimed()
    {
        var supervisor = await screens.OfAsync(scene, "sup", "supervision", Token);
        await AskAsync(supervisor, Roof, "限时开锁", "开锁 5 分钟", null);
        await ReadsAsync(supervisor, Roof, "常开", "Confirmed", "已开锁");
        Assert.True(scene.Installation.World.Doors[Roof].IsReleased);
        await AskAsync(supervisor, Roof, "上锁", "确认锁上", null);
        await ReadsAsync(supervisor, Roof, "锁定", "Confirmed", "已锁");
        Assert.True(await Deadline.UntilAsync(() => !scene.Installation.World.Doors[Roof].IsReleased, Limit, Token));

        await AskAsync(supervisor, Pool, "封锁", "确认封锁", null);
        await ReadsAsync(supervisor, Pool, "封锁", "NotMonitored", "门无法回读");
        foreach (var user in (string[])["sup", "ccr"])
        {
            await scene.DoAsync(user, $"doors/{Pool}/mode", new JsonObject { ["request"] = "lockDownRelease", ["reason"] = "drill" }, Token);
        }
    }

    [Fact]
    public async Task AForcedDoorIsSeenByNameAndClosedOnlyWhenItIsShut()
    {
        var before = scene.Observer.FirstHeard().Count;
        scene.Installation.World.Doors[Roof].Force(TimeSpan.FromMinutes(5));
        var controlRoom = await screens.OfAsync(scene, "ccr", "supervision", Token);
        var alarm = controlRoom.Locator("li[data-kind=DoorForcedOpen]", new() { HasTextString = "原因仍在" });
        await alarm.GetByRole(AriaRole.Button, new() { Name = "由我跟进" }).ClickAsync();
        await Assertions.Expect(alarm).ToContainTextAsync("跟进");
        await alarm.GetByRole(AriaRole.Button, new() { Name = "已看到" }).ClickAsync();
        await Assertions.Expect(alarm).ToContainTextAsync("已确认");
        var id = await alarm.GetAttributeAsync("data-alarm");
        await scene.RefusedAsync("ccr", $"alarms/{id}/close", new JsonObject { ["comment"] = Words }, "alarm_stands", Token);
        await scene.RefusedAsync("tl", $"alarms/{id}/close", new JsonObject { ["comment"] = Words }, "not_your_role", Token);
        await scene.RefusedAsync("sup", $"alarms/{id}/acknowledge", null, "not-permitted", Token);

        scene.Installation.World.Doors[Roof].Close();
        var over = controlRoom.Locator($"li[data-alarm='{id}']");
        await over.Locator("input").WaitForAsync(new LocatorWaitForOptions { Timeout = 40_000 });
        await over.Locator("input").FillAsync(Words);
        await over.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).ClickAsync();
        await over.GetByRole(AriaRole.Button, new() { Name = "确认以此说明关闭" }).ClickAsync();
        await Assertions.Expect(over).ToContainTextAsync(Words);
        foreach (var kind in (string[])["alarmClaimed", "alarmAcknowledged", "alarmClosed"])
        {
            await ToldAsync(before, kind, "\"alarmCause\":\"doorForcedOpen\"", $"\"alarm\":{id}", "\"role\":\"controlRoom\"");
        }

        Assert.DoesNotContain(scene.Observer.Heard, message => message.Payload.Contains(Words, StringComparison.Ordinal));
        Assert.Equal(0L, Count($"SELECT count(*) FROM entry WHERE instr(body, '{Words}') > 0"));
    }

    /// <summary>A door of the lobby: who stands at its desk sees it there, and says so in his own name.</summary>
    [Fact]
    public async Task AForcedDoorOfTheLobbyIsOnItsDeskUntilItIsSeen()
    {
        scene.Installation.World.Doors["lobby-back"].Force(TimeSpan.FromMinutes(5));
        var desk = await screens.OfAsync(scene, "la", "desk", Token);
        var alarm = desk.Locator(".side-alarms [data-alarm=DoorForcedOpen]");
        await Assertions.Expect(alarm).ToContainTextAsync("强行开门", new() { Timeout = 20_000 });
        await alarm.GetByRole(AriaRole.Button, new() { Name = "已看到" }).ClickAsync();
        await Assertions.Expect(alarm).ToContainTextAsync("陈晓 已确认");
        var lead = await screens.OfAsync(scene, "tl", "supervision", Token);
        await Assertions.Expect(lead.Locator("li[data-kind=DoorForcedOpen]", new() { HasTextString = "陈晓" })).ToContainTextAsync("原因仍在");
        scene.Installation.World.Doors["lobby-back"].Close();
        await Assertions.Expect(alarm).ToHaveCountAsync(0, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task DevicesAndDeliveryAreThoseOfTheRunningProduct()
    {
        var health = await screens.OfAsync(scene, "audit", "health", Token);
        await Assertions.Expect(health.Locator("tr[data-device=tower-io]")).ToContainTextAsync("正常", new() { Timeout = 20_000 });
        await Assertions.Expect(health.Locator("tr[data-device=tower-io]")).ToContainTextAsync("刚刚");
        var delivery = await screens.OfAsync(scene, "admin", "delivery", Token);
        var mqtt = delivery.Locator("section[data-channel=mqtt]");
        await Assertions.Expect(mqtt.Locator(".part dd").Nth(1)).ToContainTextAsync("无等待", new() { Timeout = 20_000 });
        await Assertions.Expect(mqtt.Locator(".chip")).ToContainTextAsync("正常");
    }

    private static ILocator Row(IPage page, string door) => page.Locator($"li[data-door={door}]");

    /// <summary>The reason, the key, and the second key that says what it does.</summary>
    private static async Task AskAsync(IPage page, string door, string words, string sure, string? note)
    {
        var row = Row(page, door);
        await row.GetByRole(AriaRole.Button, new() { Name = "更改模式" }).ClickAsync();
        var first = row.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });
        await Assertions.Expect(first).ToBeDisabledAsync();
        await row.Locator($"#why-{door}").SelectOptionAsync("Drill");
        if (note is not null)
        {
            await row.Locator($"#note-{door}").FillAsync(note);
        }

        await first.ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = sure }).ClickAsync();
        await Assertions.Expect(row.Locator(".act-answer")).ToContainTextAsync("已记录");
    }

    private static async Task ReadsAsync(IPage page, string door, string mode, string readBack, string says)
    {
        await Assertions.Expect(Row(page, door).Locator($"[data-read-back={readBack}]")).ToContainTextAsync(says);
        await Assertions.Expect(Row(page, door).Locator(".part dd").First).ToContainTextAsync(mode);
    }

    private async Task ToldAsync(int before, string kind, params string[] parts) => Assert.True(
        await Deadline.UntilAsync(
            () => scene.Observer.FirstHeard().Skip(before).Any(told => told.Kind == kind && told.Door == Roof
                && parts.All(part => told.Payload.Replace(" ", "", StringComparison.Ordinal).Contains(part, StringComparison.Ordinal))), Limit, Token),
        $"{kind} with {string.Join(", ", parts)} was not told");

    private List<string> Journalled(string kind)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json_extract(body, '$.Request') || '/' || json_extract(body, '$.Reason') FROM entry "
            + $"WHERE kind = '{kind}' AND json_extract(body, '$.Door') = '{Roof}' ORDER BY sequence";
        var found = new List<string>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private long Count(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = scene.Installation.Journal, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
