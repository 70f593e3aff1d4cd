using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>Cases: opened, looked at, opened the door for, and ended.</summary>
internal static class CaseEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("").RequirePermission(Permission.OpenCase);
        cases.MapGet("/cases", (Caller caller, DeskParts desk) => TypedResults.Ok(desk.Views.Cases(caller)));
        cases.MapGet("/cases/{id:long}", (long id, Caller caller, DeskParts desk) =>
            Answers.InLobby(caller, Permission.OpenCase, desk.Views.Case(id), one => one.Lobby, one => TypedResults.Ok(desk.Views.Draw(one))));
        cases.MapPost("/lobbies/{lobby}/cases", OpenCaseAsync);
        cases.MapPost("/cases/{id:long}/category", (long id, CategoryBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, one => new CaseAct.ChangeCategory(one.Case, body.Category), [], stop));
        cases.MapPost("/cases/{id:long}/ask", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, one => new CaseAct.Ask(one.Case), [], stop));
        cases.MapPost("/cases/{id:long}/open", (long id, OpenDoorBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, one => new CaseAct.PressOpen(one.Case, new DoorId(body.Door), body.ReopenReason?.ToString(), body.ClientSequence), [], stop)).RequireIdempotencyKey().RequireAttended();
        cases.MapPost("/cases/{id:long}/hold", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, one => new CaseAct.Hold(one.Case), [], stop));
        cases.MapPost("/cases/{id:long}/host-at-door", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, one => new CaseAct.HostAtDoor(one.Case), [], stop));
        cases.MapPost("/cases/{id:long}/cancel", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, one => new CaseAct.Cancel(one.Case), [], stop));
        cases.MapPost("/cases/{id:long}/refuse", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            desk.ActAsync(caller, id, one => new CaseAct.Refuse(one.Case), [], stop));
        api.MapPost("/lobbies/{lobby}/emergency", EmergencyAsync).RequirePermission(Permission.EmergencyEntry).RequireIdempotencyKey();
    }

    internal static Task<IResult> OpenCaseAsync(string lobby, OpenCaseBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        if (body.Category == Category.Emergency)
        {
            return Task.FromResult<IResult>(Answers.BadRequest("category", "An emergency has its own way in: POST /lobbies/{lobby}/emergency."));
        }

        var act = new CaseAct.Open(new LobbyId(lobby), new DoorId(body.Door), body.Category, body.Former is { } former ? new CaseId(former) : null);
        return caller.Has(Permission.OpenCase, act.Lobby) ? NewAsync(caller, desk, act, stop) : Task.FromResult<IResult>(Answers.NotFound());
    }

    internal static Task<IResult> EmergencyAsync(string lobby, EmergencyBody body, Caller caller, DeskParts desk, CancellationToken stop)
    {
        var act = new CaseAct.EmergencyEntry(new LobbyId(lobby), new DoorId(body.Door), body.Reason);
        return caller.Has(Permission.EmergencyEntry, act.Lobby) ? NewAsync(caller, desk, act, stop) : Task.FromResult<IResult>(Answers.NotFound());
    }

    internal static Task<IResult> NewAsync(Caller caller, DeskParts desk, CaseAct act, CancellationToken stop) => desk.Office.AskAsync(
        caller,
        (at, party) => new PolicyInput.CaseActed(at, party, act),
        [],
        remembered => desk.Show(remembered.State, remembered.Events.First(told => told.Kind == EventKind.CaseOpened).Admission!.Case!.Value),
        stop);
}
