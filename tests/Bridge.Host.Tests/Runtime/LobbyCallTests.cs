using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Tests.Runtime;

/// <summary>Somebody calls a unit at the door station, and what the unit says reaches his case.</summary>
public sealed class LobbyCallTests : IDisposable
{
    private static readonly Party Desk = new(new ActorId("desk-1"), Role.LobbyAssistant, LobbyTower.Lobby);

    private readonly EngineBench bench = EngineBench.Running();
    private readonly TestFolder folder = new();
    private readonly ResidentRegister register;
    private uint told;

    public LobbyCallTests()
    {
        register = LobbyTower.OpenRegister(folder);
        bench.People = register;
        bench.Translation.Use(new WiringIndex(LobbyTower.Wiring));
        bench.Ask(at => new PolicyInput.ConfigurationApplied(at, LobbyTower.Rules));
        bench.Engine.TakeTurn();
        bench.Line.Forget();
    }

    public void Dispose()
    {
        register.Dispose();
        bench.Dispose();
        folder.Dispose();
    }

    private CaseState? Case => bench.State.Admission.Cases.Values.SingleOrDefault();

    [Fact]
    public void TheUnitsKeyIsItsYesInTheCaseThatTheCallOpened()
    {
        Tell(IntercomCallKind.Started, "1203");
        Tell(IntercomCallKind.Ringing, "1203");
        Tell(IntercomCallKind.UnlockRequested, "1203");
        // Who it is that stands there, nobody has said yet.
        Assert.Equal(CaseStatus.Verifying, Case!.Status);
        Assert.Equal([EvidenceKind.HouseholdYes], Case.Evidence.Select(piece => piece.Kind));
    }

    [Fact]
    public void TheUnitsKeyClearsTheCaseThatTheDeskTookUp()
    {
        Tell(IntercomCallKind.Started, "1203");
        Assert.True(Case is { Status: CaseStatus.Waiting, Request.Target: RequestTarget.Household });
        Assert.Equal((Tower.Lobby, LobbyTower.Usual), (Case!.Door, Case.Household!.Household.Value));
        Tell(IntercomCallKind.Ringing, "1203");
        bench.Ask(at => new PolicyInput.CaseActed(at, Desk, new CaseAct.ChangeCategory(Case!.Case, Category.SelfDeclaredResident)));
        bench.Engine.TakeTurn();
        Tell(IntercomCallKind.UnlockRequested, "1203");
        Assert.Equal(CaseStatus.Cleared, Case!.Status);
        Assert.Equal([EvidenceKind.HouseholdYes], Case.Evidence.Select(piece => piece.Kind));
        Tell(IntercomCallKind.Ended, "1203", IntercomEndReason.Normal);
        Assert.Equal(CaseStatus.Cleared, Case!.Status);
        Assert.Empty(bench.State.Admission.Calls);
        Assert.Empty(bench.Line.Pulses);
        Assert.Equal([1u, 2u, 3u, 4u], bench.Line.Confirmed.Select(each => each.Number).TakeLast(4));
    }

    [Fact]
    public void ACaseAndItsRulesOutliveACrash()
    {
        Tell(IntercomCallKind.Started, "1203");
        Tell(IntercomCallKind.Ringing, "1203");
        var (rules, before) = (bench.State.Rules.Admission, Case!);
        using var next = bench.AfterACrash();
        Assert.Equal(JournalCodec.Encode(bench.State), JournalCodec.Encode(next.State));
        Assert.Equal(before.Household, Assert.Single(next.State.Admission.Cases).Value.Household);
        Assert.Equal(rules.Lobbies[LobbyTower.Lobby].Panels, next.State.Rules.Admission.Lobbies[LobbyTower.Lobby].Panels);
    }

    [Fact]
    public void NothingThatIsKeptSaysWhichUnitItWas()
    {
        var before = bench.Journal()[^1].Position.Sequence;
        Tell(IntercomCallKind.Started, "1203");
        Tell(IntercomCallKind.UnlockRequested, "1203");
        Assert.NotEmpty(bench.Journal(before));
        Assert.All(bench.Journal(before), entry => Assert.DoesNotContain("\"1203\"", entry.Entry.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains("1203", StringComparison.Ordinal));
    }

    [Fact]
    public void ACallToAHouseholdOfTheControlRoomIsHungUp()
    {
        Tell(IntercomCallKind.Started, "77");
        Assert.Equal([new DeviceCommand.HangUp(LobbyTower.Station, "17")], bench.Line.Sent.Select(each => each.Command));
        Assert.NotEqual(CaseStatus.Cleared, Case!.Status);
    }

    [Fact]
    public void APanelThatDoesNotHangUpIsToldOfInTheLogAndNotAskedAgain()
    {
        bench.Line.Answer = _ => Task.FromResult<CommandResult>(new CommandResult.Rejected("busy with itself"));
        Tell(IntercomCallKind.Started, "77");
        bench.Engine.TakeTurn();
        Assert.Single(bench.Line.Sent);
        var line = Assert.Single(bench.Log.Lines, line => line.Text.Contains("HangUp", StringComparison.Ordinal));
        Assert.Equal("HangUp at front: Refused, busy with itself", line.Text);
    }

    [Fact]
    public void AnOldKeyAndAKeyAfterTheEndClearNothing()
    {
        Tell(IntercomCallKind.Started, "1203");
        Tell(IntercomCallKind.Ringing, "1203");
        Tell(IntercomCallKind.UnlockMissed, "1203");
        Tell(IntercomCallKind.Ended, "1203", IntercomEndReason.Cancelled);
        Tell(IntercomCallKind.UnlockRequested, "1203");
        Assert.NotEqual(CaseStatus.Cleared, Case!.Status);
        Assert.Empty(Case.Evidence);
    }

    private void Tell(IntercomCallKind kind, string unit, IntercomEndReason? reason = null)
    {
        bench.Tell(new DeviceEvent.IntercomCall(LobbyTower.Station, bench.Now, "17", ++told, kind) { Unit = unit, Reason = reason, Number = told });
        bench.Engine.TakeTurn();
    }
}
