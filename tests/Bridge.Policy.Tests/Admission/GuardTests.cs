using Bridge.Policy.Admission;
using Bridge.Policy.Tests.Support;

namespace Bridge.Policy.Tests.Admission;

/// <summary>Every guard of the desk on its own: the one act that it refuses, and its reason. Take a guard away and its row fails.</summary>
public class GuardTests
{
    static readonly GuardRow[] Rows = [.. DeskGuards.All, .. PaperGuards.All, .. PartyGuards.All, .. CornerGuards.All];

    public static TheoryData<string, string> Names => Story.Names(Rows.Select(row => (row.Code, row.Why)));

    [Theory, MemberData(nameof(Names))]
    public void Is_refused_for_its_own_reason(string code, string why)
    {
        var row = Rows.Single(one => one.Code == code && one.Why == why);
        var desk = row.Happens();
        Assert.Equal([row.Refused], desk.Events.Where(e => e.Kind == EventKind.ActRefused).Select(e => e.Admission!.Refusal!.Value));
        Assert.Equal(row.Opened, desk.Opened);
    }

    [Fact]
    public void No_reason_is_there_for_nothing()
    {
        // What cannot follow from an act: reasons of ends, and guards that stand behind another one.
        Refusal[] elsewhere =
        [
            Refusal.EvidenceExpired, Refusal.HouseholdRefused, Refusal.HouseholdDidNotAnswer, Refusal.ControlRoomRefused, Refusal.OfficeRefused, Refusal.ToldLater,
            Refusal.NotAnsweredInTime, Refusal.AppearanceDiffers, Refusal.ResidentBarred, Refusal.BadgeUnknown, Refusal.BadgeExpired, Refusal.BadgeSuspended, Refusal.BadgeLost,
            Refusal.LikenessDiffers, Refusal.PassUnknown, Refusal.PassExpired, Refusal.PassNotYetValid, Refusal.PassWrongDay, Refusal.PassOutsideHours, Refusal.PassWrongArea,
            Refusal.PassLost, Refusal.PassWithdrawn, Refusal.RefusedByDesk, Refusal.NobodyCame,
            // Of an alarm, which has a table of its own.
            Refusal.AlarmStands,
        ];
        Assert.Equal(Enum.GetValues<Refusal>().Except(elsewhere).Order(), Rows.Select(row => row.Refused).Distinct().Order());
    }
}
