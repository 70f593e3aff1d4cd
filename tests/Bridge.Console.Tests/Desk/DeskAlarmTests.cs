using Bridge.Console.Desk;
using Bridge.Console.Desk.Queue;
using Bridge.Console.Supervision;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>A door that was forced is on the desk of its lobby, and calls until somebody says that he has seen it.</summary>
public sealed class DeskAlarmTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 10, 10, 14, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsSeenAtTheDeskByItsKey()
    {
        await using var host = await DeskHost.StartAsync(DeskPictures.Alarmed(TimeProvider.System.GetUtcNow()), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(new Screen(1366, 768, false, "en"));
        await page.Locator("[data-beat]:not([data-beat='0'])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        host.Desk.Answer = _ =>
        {
            host.Desk.Show(host.Desk.Current with { Alarms = [.. host.Desk.Current.Alarms.Select(alarm => alarm with { AcknowledgedBy = "陈晓", Keys = [] })] });
            return new ActOutcome(null);
        };
        var rows = page.Locator(".side-alarms li");
        Assert.Equal(2, await rows.CountAsync());
        await Assertions.Expect(page.Locator(".side-alarms")).ToHaveAttributeAsync("aria-live", "assertive");
        await Assertions.Expect(rows.First).ToContainTextAsync("Rear lobby door");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("周岚");
        await Assertions.Expect(rows.Nth(1).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await rows.First.GetByRole(AriaRole.Button).PressAsync("Enter");
        await Assertions.Expect(rows.First).ToContainTextAsync("陈晓");
        Assert.Equal([new DeskAct.AcknowledgeAlarm(4)], host.Desk.Acts);
    }

    public static TheoryData<AlarmKind, bool, int[], string> Calls => new()
    {
        { AlarmKind.DoorForcedOpen, false, [5, 10, 15, 20, 25, 30, 35, 40], "a break-in: each five seconds" },
        { AlarmKind.Fire, false, [5, 10, 15, 20, 25, 30, 35, 40], "a fire, the same" },
        { AlarmKind.DoorOpenTooLong, false, [30], "somebody holds it open: each half minute" },
        { AlarmKind.DoorFault, false, [30], "it is broken, the same" },
        { AlarmKind.DoorForcedOpen, true, [], "somebody has seen it" },
    };

    [Theory, MemberData(nameof(Calls))]
    public void CallsUntilSomebodyHasSeenIt(AlarmKind kind, bool seen, int[] at, string why)
    {
        var sounds = new DeskSounds();
        var heard = new List<int>();
        for (var second = 0; second <= 40; second++)
        {
            var picture = DeskPictures.Quiet(Start.AddSeconds(second)) with { Alarms = [new AlarmRow(1, kind, null, TimeSpan.Zero, Stands: true) { AcknowledgedBy = seen ? "周岚" : null }] };
            if (sounds.Hear(picture, DeskQueue.Of(picture)).Any(sound => sound is "critical" or "warning"))
            {
                heard.Add(second);
            }
        }

        Assert.True(at.SequenceEqual(heard), $"{why}: {string.Join(' ', heard)}");
    }

    /// <summary>What the patrol did not answer is as grave, until somebody reached it on the radio.</summary>
    [Fact]
    public void ATaskThatNobodyTookCallsToo()
    {
        var sounds = new DeskSounds();
        var task = new TaskView(3, 12, "Tracking", TaskStage.New, TimeSpan.FromSeconds(70));
        Assert.Empty(Hear(0, task));
        Assert.Empty(Hear(5, task));
        Assert.Equal(["critical"], Hear(10, task with { Escalated = true }));
        Assert.Empty(Hear(12, task with { Escalated = true }));
        Assert.Equal(["critical"], Hear(15, task with { Escalated = true }));
        Assert.Empty(Hear(20, task with { Escalated = true, Stage = TaskStage.Acknowledged, OverRadio = true }));

        IReadOnlyList<string> Hear(int second, TaskView one)
        {
            var picture = DeskPictures.Quiet(Start.AddSeconds(second)) with { Tasks = [one] };
            return sounds.Hear(picture, DeskQueue.Of(picture));
        }
    }
}
