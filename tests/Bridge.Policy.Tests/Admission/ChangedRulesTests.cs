using Bridge.Policy.Admission;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What becomes of cases when the rules change under them, and when the service starts again.</summary>
public class ChangedRulesTests
{
    static readonly Dictionary<string, BuildingRules> Gone = new()
    {
        ["the lobby is gone"] = Lobbies(Rules.Admission.Lobbies.Remove(A)),
        ["the door is not this lobby's any more"] = Lobbies(Rules.Admission.Lobbies.SetItem(A, Rules.Admission.Lobbies[A] with { Doors = [Building.Garage] })),
        ["the door is not in the building any more"] = Rules with { Doors = Rules.Doors.Remove(Building.Lobby) },
    };

    public static TheoryData<string> Rows => [.. Gone.Keys];

    [Theory, MemberData(nameof(Rows))]
    public void A_case_whose_door_is_gone_ends(string why)
    {
        var desk = DeskScenes.All["visitor, asked"]();
        desk.Do(new PolicyInput.ConfigurationApplied(desk.Now, Gone[why]));
        Assert.Equal((CaseStatus.Cancelled, Refusal.WrongDoor), (desk.Status, desk.Case.Refused));
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_case_that_has_ended_does_not_end_again(string why)
    {
        var desk = DeskScenes.All["visitor, expired"]();
        desk.Do(new PolicyInput.ConfigurationApplied(desk.Now, Gone[why]));
        Assert.Equal((CaseStatus.Expired, Refusal.NotAnsweredInTime), (desk.Status, desk.Case.Refused));
    }

    [Fact]
    public void The_others_go_on()
    {
        var desk = DeskScenes.All["visitor, asked"]();
        Assert.Equal(CaseStatus.Waiting, desk.Do(new PolicyInput.ConfigurationApplied(desk.Now, Lobbies(Rules.Admission.Lobbies.Remove(B)))).Status);
    }

    [Theory]
    [InlineData("visitor, asked", CaseStatus.Open, "what was asked before has to be asked again")]
    [InlineData("officers, cleared", CaseStatus.Open, "what was said before counts no more")]
    [InlineData("pass, cleared", CaseStatus.Open, "what was looked at has to be looked at again")]
    [InlineData("forgotten card, opening", CaseStatus.Unknown, "nobody knows what became of the release")]
    [InlineData("forgotten card, entered", CaseStatus.Entered, "who is in is in")]
    [InlineData("visitor, cancelled", CaseStatus.Cancelled, "the end is the end")]
    public void After_a_start_nothing_said_before_counts(string scene, CaseStatus stands, string why)
    {
        var desk = DeskScenes.All[scene]();
        desk.Do(new PolicyInput.BridgeStarted(desk.Now));
        Assert.True((stands, 0) == (desk.Status, desk.Case.Evidence.Count), why);
        Assert.Null(desk.Case.Request);
    }

    [Fact]
    public void A_pass_that_is_looked_at_again_after_a_start_gets_a_line_of_its_own()
    {
        var desk = DeskScenes.All["pass, cleared"]();
        desk.Do(new PolicyInput.BridgeStarted(desk.Now));
        Assert.Equal((null, false), (desk.Case.Record, desk.Case.RecordComplete));
        desk.Act(id => new CaseAct.PresentPass(id, DecoratorPass, null)).Act(id => new CaseAct.CompareLikeness(id, true));
        Assert.Equal((2, true), (desk.Lines.Count(), desk.Case.RecordComplete));
    }

    static BuildingRules Lobbies(System.Collections.Immutable.ImmutableSortedDictionary<LobbyId, LobbyRules> lobbies) =>
        Rules with { Admission = Rules.Admission with { Lobbies = lobbies } };
}
