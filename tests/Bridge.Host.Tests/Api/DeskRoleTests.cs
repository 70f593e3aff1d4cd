using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Api.Lobby;
using Bridge.Policy;

namespace Bridge.Host.Tests.Api;

/// <summary>Who acts in the procedure, and as what.</summary>
public sealed class DeskRoleTests
{
    [Theory]
    [InlineData(Role.LobbyAssistant, Policy.Admission.Role.LobbyAssistant, "")]
    [InlineData(Role.TeamLead, Policy.Admission.Role.TeamLead, "")]
    [InlineData(Role.CsSupervisor, Policy.Admission.Role.CsSupervisor, "")]
    [InlineData(Role.GatePost, Policy.Admission.Role.GatePost, "")]
    [InlineData(Role.Patrol, Policy.Admission.Role.Patrol, "")]
    [InlineData(Role.ControlRoom, Policy.Admission.Role.ControlRoom, "")]
    [InlineData(Role.OfficeDutyOfficer, Policy.Admission.Role.OfficeDutyOfficer, "")]
    [InlineData(Role.FrontDesk, Policy.Admission.Role.FrontDesk, "")]
    [InlineData(Role.Administrator, null, "looks after the service, and lets nobody in")]
    [InlineData(Role.Auditor, null, "reads, and changes nothing")]
    public void APostActsAsItsRoleOfTheProcedure(Role post, Policy.Admission.Role? role, string why)
    {
        using var session = new Session("s-1", "u-1", "", DateTimeOffset.UnixEpoch, "token") { Post = new Post(post, new LobbyId("a")) };
        Assert.True(DeskOffice.PartyOf(new Caller(session, null))?.Role == role, why);
    }
}
