using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests;

public class TickTests
{
    [Fact]
    public void A_tick_with_nothing_due_costs_nothing_with_600_doors()
    {
        var doors = Enumerable.Range(0, 600).Select(i => LobbyRules with { Door = new DoorId($"door-{i:000}") });
        var rules = Rules with { Doors = Rules.Doors.AddRange(doors.Select(d => KeyValuePair.Create(d.Door, d))) };
        var state = BuildingPolicy.Decide(BuildingState.Empty, new PolicyInput.ConfigurationApplied(At(0), rules)).Next;
        state = BuildingPolicy.Decide(state, new PolicyInput.RequestToExit(At(0), Lobby, true)).Next;
        Assert.NotNull(BuildingPolicy.NextDue(state));
        var tick = new PolicyInput.Tick(At(1));
        Assert.Same(state, BuildingPolicy.Decide(state, tick).Next);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = BuildingPolicy.Decide(state, tick);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_next_moment_is_that_of_the_earliest_timer_also_when_the_earliest_goes_away()
    {
        var run = new Run();
        Assert.Null(BuildingPolicy.NextDue(run.State));
        run.Exit(true, Stairs);
        Assert.Equal(Seconds(60), BuildingPolicy.NextDue(run.State));
        run.Jump(10).Exit(true);
        Assert.Equal(Seconds(60), BuildingPolicy.NextDue(run.State));
        run.Contact(DoorPhysicalState.Open);
        Assert.Equal(Seconds(30), BuildingPolicy.NextDue(run.State));
        run.Contact(DoorPhysicalState.Closed);
        Assert.Equal(Seconds(60), BuildingPolicy.NextDue(run.State));
    }

    [Fact]
    public void A_tick_before_that_moment_is_nothing_and_at_it_is_something()
    {
        var run = new Run().Exit(true);
        var early = BuildingPolicy.Decide(run.State, new PolicyInput.Tick(At(59.9999999)));
        Assert.Same(run.State, early.Next);
        Assert.Empty(early.Effects);
        Assert.NotEmpty(BuildingPolicy.Decide(run.State, new PolicyInput.Tick(At(60))).Effects);
    }
}
