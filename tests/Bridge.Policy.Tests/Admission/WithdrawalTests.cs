using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Who is called for a case that is over is left in peace; and a key that names nobody is nobody's yes.</summary>
public sealed class WithdrawalTests
{
    static readonly Withdrawal[] Ends =
    [
        new("called off while it rings", () => Ringing().Act(id => new CaseAct.Cancel(id)), 1),
        new("refused by the desk while it rings", () => Ringing().Act(id => new CaseAct.Refuse(id)), 1),
        new("called off while they speak", () => Ringing().Call(CallStep.Answered).Act(id => new CaseAct.Cancel(id)), 1),
        new("another unit is meant", () => Ringing().Act(id => new CaseAct.NameHousehold(id, A0903, Person("claimed"))), 1),
        new("another kind of case after all", () => Ringing().Act(id => new CaseAct.ChangeCategory(id, Category.GovernmentOfficer)), 1),
        new("no by word of mouth", () => Ringing().Call(CallStep.Answered).Act(id => new CaseAct.HeardFromHousehold(id, Yes: false)), 1),
        new("the unit's own no: its call is over", () => Ringing().Call(CallStep.Denied), 0),
        new("the call is over before", () => Ringing().Call(CallStep.Busy).Act(id => new CaseAct.Cancel(id)), 0),
        new("another call, at the other lobby, is nobody's business of this case", () => Ringing().Calls(A0903, PanelB).Act(id => new CaseAct.Cancel(id)), 1),
        new("told once, and not again", () => Ringing().After(30).Act(id => new CaseAct.Cancel(id)), 1),
        new("still speaking when the case is closed", () => Ringing().Call(CallStep.Answered).Call(CallStep.UnlockRequested).Press().GoesIn().After(180), 1),
    ];

    public static TheoryData<string> Names => [.. Ends.Select(row => row.Why)];

    [Theory, MemberData(nameof(Names))]
    public void TheCallIsHungUpOnce(string why)
    {
        var row = Ends.Single(row => row.Why == why);
        Assert.Equal(row.Times, row.Run().Story.Split(' ').Count(word => word == "hang-up"));
    }

    [Fact]
    public void AKeyThatNamesNobodyIsNobodysYes()
    {
        var desk = Ringing().Call(CallStep.UnlockByUnknown).Press();
        Assert.Equal((0, CaseStatus.Waiting), (desk.Opened, desk.Case.Status));
        var told = Ringing().Call(CallStep.UnlockByUnknown).Events;
        Assert.Equal((1, Refusal.WrongParty), (
            told.Count(one => one.Kind == EventKind.CallUnlockRequested), Assert.Single(told, one => one.Kind == EventKind.AnswerIgnored).Admission!.Refusal!.Value));

        // Nor does it say that somebody is in: two full attempts without an answer are two.
        Assert.Equal(CaseStatus.Verifying, desk.After(30).Call(CallStep.Ended).Calls(A1203).Call(CallStep.Ringing).After(30).Case.Status);
        // The unit's own key is its yes as ever.
        Assert.Equal(1, Ringing().Call(CallStep.UnlockByUnknown).Call(CallStep.UnlockRequested).Press().Opened);
    }

    sealed record Withdrawal(string Why, Func<DeskRun> Run, int Times);

    static DeskRun Ringing() => new DeskRun("09:05:00").Open(Category.SelfDeclaredResident)
        .Act(id => new CaseAct.NameHousehold(id, A1203, Person("claimed"))).Calls(A1203).Call(CallStep.Ringing);
}
