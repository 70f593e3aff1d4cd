using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Runtime;

public sealed class DeliveredMarkTests
{
    [Fact]
    public void ABusyEngineTakesTheMarkAlongInItsOwnCommit()
    {
        using var bench = EngineBench.Running();
        var delivered = bench.Signal.Delivered;
        var waiting = bench.Outbox().Select(message => message.Id).ToList();
        delivered.Begin(waiting[0] - 1);
        Assert.Null(delivered.Due);
        delivered.Confirm(waiting[2]);
        Assert.Equal((waiting[2], 3), (delivered.Due, delivered.Unmarked));
        Assert.Equal(waiting, [.. bench.Outbox().Select(message => message.Id)]);

        bench.Present(Tower.Lobby);
        bench.Engine.TakeTurn();
        Assert.Equal(waiting[3..], [.. bench.Outbox().Select(message => message.Id).Take(waiting.Count - 3)]);
        Assert.True(bench.Outbox().Count > waiting.Count - 3, "the turn's own messages wait");
        Assert.Equal((null, 0), (delivered.Due, delivered.Unmarked));
    }

    [Fact]
    public void ACommitThatFailsMarksNothing()
    {
        using var bench = EngineBench.Running();
        var delivered = bench.Signal.Delivered;
        var waiting = bench.Outbox().Select(message => message.Id).ToList();
        delivered.Begin(waiting[0] - 1);
        delivered.Confirm(waiting[2]);
        using (bench.BreakDisk())
        {
            bench.Present(Tower.Lobby);
            bench.Engine.TakeTurn();
            Assert.True(bench.Keeper.Degraded);
            Assert.Equal(waiting[2], delivered.Due);
        }

        Assert.Equal(waiting, [.. bench.Outbox().Select(message => message.Id).Take(waiting.Count)]);
    }
}
