using Bridge.Console.Desk;
using Bridge.Console.Posts.Patrol;
using Bridge.Host.Accounts;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Bridge.Policy.Alerts;
using Role = Bridge.Host.Accounts.Role;

namespace Bridge.Host.Tests.Seats;

/// <summary>One task at a time, for who has it or is offered it; a result that comes twice or late is one result.</summary>
public sealed class PatrolPostTests : IDisposable
{
    private readonly PostBench bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task ATaskIsOfferedToThePhoneWhoseTurnItIs()
    {
        await bench.SentForAsync();
        var first = bench.Patrol(Phone("zhao", "P1"));
        var second = bench.Patrol(Phone("sun", "P2"));
        var other = bench.Patrol(Phone("li", null));
        bench.After(9);
        var task = (await PostBench.SeenAsync(first))!.Task!;
        Assert.Equal((PatrolKind.Attend, TaskStage.New, "A-1801"), (task.Kind, task.Stage, task.Unit));
        Assert.Equal((TimeSpan.FromSeconds(21), TimeSpan.FromSeconds(51)), (task.UntilNextHandset, task.UntilEscalation));
        Assert.Null((await PostBench.SeenAsync(second))!.Task);
        Assert.NotNull((await PostBench.SeenAsync(other))!.Task);

        bench.After(22);
        Assert.Null((await PostBench.SeenAsync(first))!.Task);
        Assert.NotNull((await PostBench.SeenAsync(second))!.Task);
    }

    [Fact]
    public async Task WhoTookItHasItAndNobodyElseSeesIt()
    {
        var id = await bench.SentForAsync();
        var mine = bench.Patrol(Phone("zhao", null));
        var others = bench.Patrol(Phone("sun", null));
        Assert.Null(await bench.RefusalAsync(mine.StepAsync(id, PatrolStep.Acknowledge, Stop)));
        Assert.Equal(TaskStage.Acknowledged, (await PostBench.SeenAsync(mine))!.Task!.Stage);
        Assert.Null((await PostBench.SeenAsync(others))!.Task);
        Assert.Equal("alert_taken", await bench.RefusalAsync(others.FinishAsync(id, PatrolResult.Attended, Now, Stop)));
        Assert.Null(await bench.RefusalAsync(mine.StepAsync(id, PatrolStep.EnRoute, Stop)));
        Assert.Null(await bench.RefusalAsync(mine.StepAsync(id, PatrolStep.OnScene, Stop)));
        Assert.Equal(TaskStage.OnScene, (await PostBench.SeenAsync(mine))!.Task!.Stage);
    }

    [Fact]
    public async Task WhoDeclinedIsNotAskedAgain()
    {
        var id = await bench.SentForAsync();
        var mine = bench.Patrol(Phone("zhao", null));
        Assert.Null(await bench.RefusalAsync(mine.StepAsync(id, PatrolStep.Decline, Stop)));
        Assert.Null((await PostBench.SeenAsync(mine))!.Task);
        Assert.NotNull((await PostBench.SeenAsync(bench.Patrol(Phone("sun", null))))!.Task);
    }

    [Fact]
    public async Task AResultThatComesTwiceAndLateIsOneResultWithItsLatenessSaid()
    {
        var id = await bench.SentForAsync();
        var mine = bench.Patrol(Phone("zhao", null));
        await bench.RefusalAsync(mine.StepAsync(id, PatrolStep.Acknowledge, Stop));
        var pressed = Now;
        bench.After(120);
        Assert.Null(await bench.RefusalAsync(mine.FinishAsync(id, PatrolResult.Attended, pressed, Stop)));
        Assert.Null(await bench.RefusalAsync(mine.FinishAsync(id, PatrolResult.Attended, pressed, Stop)));
        Assert.Equal(AlertResult.Attended, bench.State.Alerts.Values.Single().Result);
        var done = Assert.Single(bench.Bench.Journal(), entry => entry.Entry.Kind == "AlertDone");
        Assert.Contains("told 120 s after it was pressed", done.Entry.Body, StringComparison.Ordinal);
        Assert.Null((await PostBench.SeenAsync(mine))!.Task);
    }

    [Fact]
    public async Task WhoIsNoPatrolTakesNoTask()
    {
        var id = await bench.SentForAsync();
        var gate = bench.Patrol(new FakeCallingSeat("gate", Role.GatePost, LobbyTower.Lobby));
        Assert.Null(await PostBench.SeenAsync(gate));
        Assert.Equal("not-permitted", await bench.RefusalAsync(gate.StepAsync(id, PatrolStep.Acknowledge, Stop)));
        Assert.Equal("not-found", await bench.RefusalAsync(bench.Patrol(new FakeCallingSeat("far", Role.Patrol, new LobbyId("b"))).StepAsync(id, PatrolStep.Acknowledge, Stop)));
    }

    [Fact]
    public async Task TheControlRoomKnowsWhichPhonesAreThereAndWhatNobodyTook()
    {
        await bench.SentForAsync();
        var room = bench.ControlRoom(new FakeCallingSeat("ccr", Role.ControlRoom, null));
        Assert.Empty((await PostBench.SeenAsync(room))!.Escalated);
        await bench.Patrol(Phone("zhao", null)).HeardAsync(Stop);
        bench.After(61);
        var seen = (await PostBench.SeenAsync(room))!;
        Assert.True(Assert.Single(seen.Escalated).Escalated);
        Assert.Equal([TimeSpan.FromSeconds(61)], seen.Patrols);
    }

    private DateTimeOffset Now => bench.Bench.Time.GetUtcNow();

    private static FakeCallingSeat Phone(string person, string? phone) => new(person, Role.Patrol, LobbyTower.Lobby, phone);
}
