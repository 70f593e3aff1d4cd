using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Journal.Records;
using Bridge.Policy;
using Bridge.Policy.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>The patrol's tasks.</summary>
internal static class AlertEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts", (Caller caller, DeskParts desk) => TypedResults.Ok(desk.Views.Alerts(caller))).RequirePermission(Permission.SeeAlerts);
        var patrol = api.MapGroup("/alerts/{id:long}").RequirePermission(Permission.TakePatrolTask);
        patrol.MapPost("/acknowledge", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, id, Permission.TakePatrolTask, key => new AlertAct.Acknowledge(key), [], stop));
        patrol.MapPost("/decline", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, id, Permission.TakePatrolTask, key => new AlertAct.Decline(key), [], stop));
        patrol.MapPost("/en-route", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, id, Permission.TakePatrolTask, key => new AlertAct.EnRoute(key), [], stop));
        patrol.MapPost("/on-scene", (long id, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, id, Permission.TakePatrolTask, key => new AlertAct.OnScene(key), [], stop));
        patrol.MapPost("/finish", (long id, FinishBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
            ActAsync(caller, desk, id, Permission.TakePatrolTask, key => new AlertAct.Finish(key, body.Result) { PressedAt = body.PressedAt }, [], stop));
        api.MapPost("/alerts/{id:long}/radio", RadioAsync).RequirePermission(Permission.OpenCase);
    }

    internal static Task<IResult> RadioAsync(long id, PersonBody body, Caller caller, DeskParts desk, CancellationToken stop) =>
        desk.People.Seal(new PersonFields { Name = body.Name }, RetentionClass.Incident) is { } answered
            ? ActAsync(caller, desk, id, Permission.OpenCase, key => new AlertAct.CalledByRadio(key, answered.Reference), [answered.Row], stop)
            : Task.FromResult<IResult>(Answers.Problem(StatusCodes.Status503ServiceUnavailable, "keys_unavailable", "What is personal cannot be stored safely now."));

    internal static Task<IResult> ActAsync(
        Caller caller, DeskParts desk, long id, Permission permission, Func<AlertId, AlertAct> act, IReadOnlyList<SealedPerson> people, CancellationToken stop)
    {
        var key = new AlertId(id);
        return desk.Office.State.Admission.Alerts.GetValueOrDefault(key) is { } alert && caller.Has(permission, alert.Lobby)
            ? desk.AskAsync(
                caller, (at, party) => new PolicyInput.AlertActed(at, party, act(key)), people,
                state => state.Admission.Alerts.GetValueOrDefault(key) is { } now ? TypedResults.Ok(desk.Views.Draw(now, caller)) : TypedResults.NoContent(), stop)
            : Task.FromResult<IResult>(Answers.NotFound());
    }
}
