using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Api.Lobby;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Tests.Api;

/// <summary>How old a record may be that a post still sees, and of which lobby and form.</summary>
public sealed class RecordReachTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(Role.LobbyAssistant, RecordForm.VisitorLog, "a", 23, true, "its own, of today")]
    [InlineData(Role.LobbyAssistant, RecordForm.VisitorLog, "a", 25, false, "older than a day")]
    [InlineData(Role.LobbyAssistant, RecordForm.VisitorLog, "b", 1, false, "another lobby's")]
    [InlineData(Role.TeamLead, RecordForm.DutyLog, "a", 25, false, "older than a day")]
    [InlineData(Role.ControlRoom, RecordForm.VisitorLog, "b", 1, true, "every lobby's")]
    [InlineData(Role.ControlRoom, RecordForm.VisitorLog, "b", 25, false, "older would need a limit of time that nobody sets")]
    [InlineData(Role.GatePost, RecordForm.DutyLog, "a", 1, false, "the desk's own book")]
    [InlineData(Role.FrontDesk, RecordForm.VisitorLog, "a", 1, true, "of today")]
    [InlineData(Role.CsSupervisor, RecordForm.DutyLog, "b", 700, true, "accepts the month's records")]
    [InlineData(Role.OfficeDutyOfficer, RecordForm.VisitorLog, "b", 700, true, "for a purpose")]
    [InlineData(Role.Auditor, RecordForm.VisitorLog, "b", 700, true, "reads everything covered")]
    [InlineData(Role.Patrol, RecordForm.VisitorLog, "a", 1, false, "has nothing to do with it")]
    [InlineData(Role.Administrator, RecordForm.VisitorLog, "a", 1, false, "looks after the service")]
    public void APostSeesWhatIsInItsReach(Role role, RecordForm form, string lobby, int hours, bool sees, string why)
    {
        using var session = new Session("s-1", "u-1", "", Now, "token") { Post = new Post(role, new LobbyId("a")) };
        var draft = new RecordDraft(new RecordNumber(form, 202603, 1), 1, lobby, null, "demo-la", Now.AddHours(-hours), new RecordFields { Category = "visitor" });
        Assert.True(RecordReach.Sees(new Caller(session, null), new StoredRecord(draft, []), Now) == sees, why);
    }
}
