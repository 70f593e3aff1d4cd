using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests;

public class WayThroughTheDoorTests
{
    [Fact]
    public void One_card_goes_from_grant_to_closed_under_one_number()
    {
        var run = new Run();
        run.Card(People.AnnCard);
        Assert.Equal("AccessGranted release(Credential 5s) show(AccessGranted)", run.Log);
        Assert.Equal(DoorMode.Accessed, run.Door(Lobby).ShownMode());

        var events = new List<BuildingEvent>();
        Collect(run.Jump(0.1).Ended(ReleaseOutcome.Confirmed));
        Collect(run.Jump(0.2).Lock(LockPhysicalState.Unlocked));
        Collect(run.Jump(2).Contact(DoorPhysicalState.Open));
        Collect(run.Jump(4).Contact(DoorPhysicalState.Closed));
        Collect(run.Jump(4.5).Lock(LockPhysicalState.Locked));

        Assert.Equal("LockReleased DoorOpened AccessTaken DoorClosed LockSecured", run.Log);
        Assert.All(events, e => Assert.Equal(new AccessId(1), e.Access));
        Assert.Equal(DoorMode.Locked, run.Door(Lobby).ShownMode());
        Assert.Null(BuildingPolicy.NextDue(run.State));

        void Collect(Run step) => events.AddRange(step.Effects.OfType<OutboundEffect.Announce>().Select(a => a.Event));
    }

    [Fact]
    public void A_state_comes_back_from_its_text()
    {
        var run = new Run().Card(People.AnnCard).Present(StairsBoth, People.ReadOf(People.BobCard)).Exit(true);
        var text = Snapshot.Of(run.State);
        var back = Snapshot.Back<BuildingState>(text);
        Assert.Equal(text, Snapshot.Of(back));
        Assert.Equal(run.Door(Lobby), back.Doors[Lobby]);
    }
}
