using Bridge.Policy.Admission;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What a screen may ask: what the key still lacks, how long it lives, and what must not be read meanwhile.</summary>
public class ScreenTests
{
    [Theory]
    [InlineData("self-declared, asked", true, "while the unit is asked")]
    [InlineData("self-declared, nobody in", true, "while the name is being checked")]
    [InlineData("self-declared, cleared by name", true, "until the door is open")]
    [InlineData("self-declared, opening", false, "afterwards there is nothing left to guess")]
    [InlineData("self-declared, refused", false, "it is over")]
    [InlineData("visitor, asked", false, "a visitor's host is no secret of this kind")]
    public void The_register_is_closed_to_who_checks_a_name_blind(string scene, bool hides, string why)
    {
        var desk = DeskScenes.All[scene]().Open(Category.Visitor);
        Assert.True(hides == AdmissionQueries.HidesHousehold(desk.State.Admission, Assistant.Actor, A1203.Household), why);
        Assert.False(AdmissionQueries.HidesHousehold(desk.State.Admission, AssistantB.Actor, A1203.Household));
        Assert.False(AdmissionQueries.HidesHousehold(desk.State.Admission, Assistant.Actor, A0903.Household));
    }

    [Fact]
    public void Before_a_unit_is_named_nothing_is_hidden_and_its_yes_is_what_is_missing()
    {
        var desk = new DeskRun().Open(Category.SelfDeclaredResident);
        Assert.False(AdmissionQueries.HidesHousehold(desk.State.Admission, Assistant.Actor, A1203.Household));
        Assert.Equal([EvidenceKind.HouseholdYes], AdmissionQueries.Missing(desk.Case, desk.Now.Elapsed));
    }

    [Theory]
    [InlineData("self-declared, asked", new[] { EvidenceKind.HouseholdYes }, "of two rows with one missing and two, the first")]
    [InlineData("self-declared, matched", new[] { EvidenceKind.AppearanceAgrees }, "as near as the unit's yes, and this way was begun")]
    [InlineData("employee, asked for", new[] { EvidenceKind.ForgottenBadgeConfirmed }, "one word is nearer than two looks")]
    [InlineData("employee, badge checked", new[] { EvidenceKind.LikenessAgrees }, "of two rows that lack one, the one that was begun")]
    [InlineData("pass, recording", new[] { EvidenceKind.RecordStored }, "the line")]
    [InlineData("employee, cleared", new EvidenceKind[0], "nothing")]
    [InlineData("undecided, open", new EvidenceKind[0], "no row at all")]
    public void What_the_nearest_row_still_lacks(string scene, EvidenceKind[] lacks, string why)
    {
        var desk = DeskScenes.All[scene]();
        Assert.True(lacks.SequenceEqual(AdmissionQueries.Missing(desk.Case, desk.Now.Elapsed)), why);
    }

    [Fact]
    public void The_key_lives_until_the_first_piece_runs_out()
    {
        var desk = DeskScenes.All["employee, badge checked"]();
        Assert.Null(AdmissionQueries.OpenUntil(desk.Case, desk.Now.Elapsed));
        desk.After(20).Act(id => new CaseAct.CompareLikeness(id, true));
        Assert.Equal(TimeSpan.FromSeconds(40), AdmissionQueries.OpenUntil(desk.Case, desk.Now.Elapsed) - desk.Now.Elapsed);
        Assert.Null(AdmissionQueries.OpenUntil(desk.Press().Case, desk.Now.Elapsed));
    }
}
