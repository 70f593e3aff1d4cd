using System.Net;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Tests.Api;

/// <summary>Every cell of the table both ways, over HTTP; and nothing that is not in it.</summary>
public sealed class PermissionTests
{
    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(AllRoles))]
    public async Task EveryCellIsAsTheTableSays(Role role)
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(role, "east");
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var reach = PermissionTable.Of(role, permission);
            Assert.Equal((permission, reach == Reach.None ? HttpStatusCode.Forbidden : HttpStatusCode.OK), (permission, (await browser.GetAsync($"probe/{permission}")).Status));
            Assert.Equal(
                (permission, reach == Reach.None ? HttpStatusCode.Forbidden : HttpStatusCode.OK), (permission, (await browser.GetAsync($"probe/{permission}/east")).Status));
            Assert.Equal(
                (permission, reach switch { Reach.None => HttpStatusCode.Forbidden, Reach.OwnLobby => HttpStatusCode.NotFound, Reach.All => HttpStatusCode.OK }),
                (permission, (await browser.GetAsync($"probe/{permission}/west")).Status));
        }
    }

    /// <summary>Written out from the procedure, so that a slip in the table shows.</summary>
    [Theory]
    [InlineData(Permission.OpenCase, "LobbyAssistant TeamLead", "cases are the lobby's")]
    [InlineData(Permission.EmergencyEntry, "LobbyAssistant TeamLead ControlRoom OfficeDutyOfficer", "")]
    [InlineData(Permission.Announce, "GatePost", "")]
    [InlineData(Permission.Clear, "ControlRoom", "")]
    [InlineData(Permission.Permit, "OfficeDutyOfficer", "")]
    [InlineData(Permission.IssuePass, "OfficeDutyOfficer", "the stricter of two")]
    [InlineData(Permission.TakePatrolTask, "Patrol", "")]
    [InlineData(Permission.EditRegister, "OfficeDutyOfficer", "")]
    [InlineData(Permission.SetClearanceRoute, "CsSupervisor ControlRoom", "")]
    [InlineData(Permission.IssueCredential, "OfficeDutyOfficer", "the register is the office's")]
    [InlineData(Permission.DisableCredential, "TeamLead CsSupervisor ControlRoom OfficeDutyOfficer", "who hears of a lost card")]
    [InlineData(Permission.SeeAlertUnit, "LobbyAssistant TeamLead CsSupervisor Patrol ControlRoom", "who acts on it")]
    [InlineData(Permission.ReadRegisterHistory, "CsSupervisor OfficeDutyOfficer Auditor", "")]
    [InlineData(Permission.ReadOldRecords, "CsSupervisor OfficeDutyOfficer Auditor", "the others see a day")]
    [InlineData(Permission.UnmaskPerson, "LobbyAssistant TeamLead CsSupervisor GatePost ControlRoom OfficeDutyOfficer FrontDesk", "the auditor would need a second person")]
    [InlineData(Permission.AmendRecord, "LobbyAssistant TeamLead", "whose line it is")]
    [InlineData(Permission.AskErasure, "CsSupervisor OfficeDutyOfficer FrontDesk", "asked for by one")]
    [InlineData(Permission.ReadRetention, "CsSupervisor OfficeDutyOfficer Auditor", "")]
    [InlineData(Permission.ErasePerson, "Auditor", "and carried out by another")]
    [InlineData(Permission.SeeDeviceHealth, "CsSupervisor ControlRoom Administrator Auditor", "who can send somebody to a line")]
    [InlineData(Permission.SeeDelivery, "CsSupervisor Administrator Auditor", "")]
    [InlineData(Permission.CloseAlarm, "TeamLead ControlRoom", "and the lead only what is no break-in and no fire")]
    [InlineData(Permission.LockDownDoor, "TeamLead CsSupervisor ControlRoom OfficeDutyOfficer", "it keeps nobody in")]
    [InlineData(Permission.SupervisorModes, "CsSupervisor ControlRoom", "it opens: the fewest")]
    [InlineData(Permission.ManageUsers, "Administrator", "")]
    public void TheTableIsTheProcedures(Permission permission, string roles, string why) =>
        Assert.True(roles == string.Join(' ', Enum.GetValues<Role>().Where(role => PermissionTable.Of(role, permission) != Reach.None)), why);

    [Fact]
    public async Task AnotherLobbysThingLooksLikeNone()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.LobbyAssistant, "east");
        var foreign = await browser.GetAsync("probe/OpenCase/west");
        var missing = await browser.GetAsync("probe/OpenCase/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(missing.Body!.ToJsonString(), foreign.Body!.ToJsonString());
        Assert.Equal("east-door", Assert.Single((await browser.GetAsync("doors")).Body!["doors"]!.AsArray())!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task WhatDeclaresNothingIsClosedAndTheProductHasNoSuchEndpoint()
    {
        await using var bench = await ApiBench.StartAsync();
        var browser = await bench.SignedInAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("probe-undeclared")).Status);
        var undeclared = bench.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiAccess>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName);
        Assert.Equal(["HTTP: GET /api/v1/probe-undeclared"], undeclared);
    }

    [Fact]
    public async Task NobodyIsLetInWithoutASession()
    {
        await using var bench = await ApiBench.StartAsync();
        foreach (var path in (string[])["doors", "stream", "accounts", "clients", "desks", "session", "openapi.json"])
        {
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, (await bench.Browser().GetAsync(path)).Status));
        }
    }
}
