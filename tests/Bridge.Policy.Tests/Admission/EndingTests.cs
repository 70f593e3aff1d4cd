using Bridge.Policy.Admission;
using Bridge.Policy.Calls;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Admission.Estate;

namespace Bridge.Policy.Tests.Admission;

/// <summary>What ends a case, each with its own reason: what is shown and cannot be right, and who must not come in. The key is dead afterwards.</summary>
public class EndingTests
{
    static readonly GuardRow[] Rows =
    [
        new("RF-03", "somebody answered the first call: nobody answering the next is no way by name", Spoke, Refusal.HouseholdDidNotAnswer),
        new("RF-04", "a resident who is barred", () => Known(WangXiuying with { Standing = ResidentStanding.Barred }), Refusal.ResidentBarred),
        new("RF-04", "a resident who moved out", () => Known(MaLan), Refusal.ResidentNotActive),
        new("RF-09", "a badge that is not in the register", () => Badge(null), Refusal.BadgeUnknown),
        new("RF-09", "a badge that was lost", () => Badge(Badge0231 with { Status = DocumentStatus.Lost }), Refusal.BadgeLost),
        new("RF-09", "a suspended badge", () => Badge(Badge0231 with { Status = DocumentStatus.Suspended }), Refusal.BadgeSuspended),
        new("RF-09", "a badge that was taken back", () => Badge(Badge0231 with { Status = DocumentStatus.Withdrawn }), Refusal.BadgeSuspended),
        new("RF-09", "a badge that ended yesterday", () => Badge(Badge0231 with { Until = new DateOnly(2026, 3, 9) }), Refusal.BadgeExpired),
        new("RF-09", "somebody else's picture", () => DeskScenes.All["employee, badge checked"]().Act(id => new CaseAct.CompareLikeness(id, Agrees: false)), Refusal.LikenessDiffers),
        new("RF-11", "a pass that is not in the register", () => Pass(null), Refusal.PassUnknown),
        new("RF-11", "a pass that was lost", () => Pass(DecoratorPass with { Status = DocumentStatus.Lost }), Refusal.PassLost),
        new("RF-11", "a suspended pass", () => Pass(DecoratorPass with { Status = DocumentStatus.Suspended }), Refusal.PassWithdrawn),
        new("RF-11", "a pass that was taken back", () => Pass(DecoratorPass with { Status = DocumentStatus.Withdrawn }), Refusal.PassWithdrawn),
        new("RF-11", "a pass that ended yesterday", () => Pass(DecoratorPass with { Until = new DateOnly(2026, 3, 9) }), Refusal.PassExpired),
        new("RF-11", "a pass that begins tomorrow", () => Pass(DecoratorPass with { From = new DateOnly(2026, 3, 11) }), Refusal.PassNotYetValid),
        new("RF-11", "a pass of another tower", () => Pass(DecoratorPass with { Lobbies = [B] }), Refusal.PassWrongArea),
        new("RF-11", "a pass for Sundays, on a Tuesday", () => Pass(DecoratorPass with { Days = [DayOfWeek.Sunday] }), Refusal.PassWrongDay),
        new("RF-11", "a pass whose hours are over", () => Pass(MilkPass), Refusal.PassOutsideHours),
        new("RF-11", "a pass at the end of its hours, which are without it", () => Pass(At(from: 8, until: 9)), Refusal.PassOutsideHours),
        new("RF-11", "a pass before its hours", () => Pass(At(from: 10, until: 11)), Refusal.PassOutsideHours),
    ];

    public static TheoryData<string, string> Names => Story.Names(Rows.Select(row => (row.Code, row.Why)));

    [Theory, MemberData(nameof(Names))]
    public void It_ends_for_its_own_reason(string code, string why)
    {
        var desk = Rows.Single(one => one.Code == code && one.Why == why).Happens();
        Assert.Equal((CaseStatus.Refused, Rows.Single(one => one.Code == code && one.Why == why).Refused), (desk.Status, desk.Case.Refused));
        Assert.Equal((0, Refusal.CaseEnded), (desk.Press().Opened, desk.Refused));
    }

    /// <summary>The rows above, a day or a minute inside: they are refused for what they say and nothing else.</summary>
    [Fact]
    public void The_last_day_and_the_first_minute_are_good()
    {
        PassFacts[] passes = [DecoratorPass, DecoratorPass with { Until = new DateOnly(2026, 3, 10) }, DecoratorPass with { From = new DateOnly(2026, 3, 10) }, At(from: 9, until: 10)];
        Assert.All(passes, pass => Assert.Equal(CaseStatus.Verifying, Pass(pass).Status));
        BadgeFacts[] badges = [Badge0231, Badge0231 with { Until = new DateOnly(2026, 3, 10) }, Badge0231 with { Until = null }];
        Assert.All(badges, badge => Assert.Equal(CaseStatus.Verifying, Badge(badge).Status));
    }

    /// <summary>What the procedure wants on disk before the door opens is a piece of evidence: the key cannot be alive without it.</summary>
    [Fact]
    public void A_row_that_is_recorded_first_needs_its_line() => Assert.All(
        EvidenceMatrix.Rows.Where(row => row.Timing == RecordTiming.BeforeRelease),
        row => Assert.True(row.Needs.Contains(EvidenceKind.RecordStored) || row.Needs.Contains(EvidenceKind.PaperRecord), row.Clause));

    static PassFacts At(int from, int until) => DecoratorPass with { Hours = new(TimeSpan.FromHours(from), TimeSpan.FromHours(until)) };

    static DeskRun Known(ResidentFacts resident) => new DeskRun().Open(Category.ForgottenCard).Act(id => new CaseAct.RecogniseResident(id, resident));

    static DeskRun Badge(BadgeFacts? badge) => new DeskRun().Open(Category.Employee).Act(id => new CaseAct.PresentBadge(id, badge, null));

    static DeskRun Pass(PassFacts? pass) => new DeskRun("09:00:00").Open(Category.PassHolder).Act(id => new CaseAct.PresentPass(id, pass, null));

    static DeskRun Spoke() => DeskScenes.All["self-declared, talking"]().Call(CallStep.Ended).Act(id => new CaseAct.Ask(id)).NobodyAnswers(A1203);
}
