using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Journal.Records;
using Bridge.Policy;
using Bridge.Policy.Alarms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>The alarms of doors and fire inputs.</summary>
internal static class AlarmEndpoints
{
    public const int LongestComment = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/alarms", (Caller caller, DeskParts desk, LobbyDoors lobbies) => TypedResults.Ok(
            desk.Office.State.Alarms.All.Values.Where(alarm => Sees(caller, alarm, lobbies)).Select(alarm => Draw(alarm, desk.Office.State, desk.Office.Now)))).RequirePermission(Permission.SeeAlerts);
        var alarms = api.MapGroup("/alarms/{id:long}").RequirePermission(Permission.AcknowledgeAlert);
        alarms.MapPost("/claim", (long id, Caller caller, DeskParts desk, LobbyDoors lobbies, CancellationToken stop) =>
            ActAsync(id, Permission.AcknowledgeAlert, key => new AlarmAct.Claim(key), [], caller, desk, lobbies, stop));
        alarms.MapPost("/acknowledge", (long id, Caller caller, DeskParts desk, LobbyDoors lobbies, CancellationToken stop) =>
            ActAsync(id, Permission.AcknowledgeAlert, key => new AlarmAct.Acknowledge(key), [], caller, desk, lobbies, stop));
        api.MapPost("/alarms/{id:long}/close", CloseAsync).RequirePermission(Permission.CloseAlarm);
    }

    /// <summary>A fire is everybody's; a door's alarm is its lobby's.</summary>
    public static bool Sees(Caller caller, AlarmState alarm, LobbyDoors lobbies) => Reaches(caller, Permission.SeeAlerts, alarm, lobbies);

    internal static bool Reaches(Caller caller, Permission permission, AlarmState alarm, LobbyDoors lobbies) =>
        alarm.Door is { } door ? caller.Has(permission, lobbies.Of(door)) : caller.ReachOf(permission) != Reach.None;

    internal static Task<IResult> CloseAsync(long id, CloseAlarmBody body, Caller caller, DeskParts desk, LobbyDoors lobbies, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(body.Comment) || body.Comment.Length > LongestComment)
        {
            return Task.FromResult<IResult>(Answers.BadRequest("alarm_comment", $"comment: 1 to {LongestComment} characters were expected, {body.Comment?.Length ?? 0} came."));
        }

        return desk.People.Seal(new PersonFields { Purpose = body.Comment.Trim() }, RetentionClass.Incident) is { } comment
            ? ActAsync(id, Permission.CloseAlarm, key => new AlarmAct.Close(key, comment.Reference), [comment.Row], caller, desk, lobbies, stop)
            : Task.FromResult<IResult>(Answers.Problem(StatusCodes.Status503ServiceUnavailable, "keys_unavailable", "What is personal cannot be stored safely now."));
    }

    internal static Task<IResult> ActAsync(
        long id, Permission needed, Func<AlarmId, AlarmAct> act, IReadOnlyList<SealedPerson> people, Caller caller, DeskParts desk, LobbyDoors lobbies, CancellationToken stop)
    {
        var key = new AlarmId(id);
        return desk.Office.State.Alarms.All.GetValueOrDefault(key) is { } alarm && Reaches(caller, needed, alarm, lobbies)
            ? desk.AskAsync(
                caller, (at, party) => new PolicyInput.AlarmActed(at, party, act(key)), people,
                state => state.Alarms.All.GetValueOrDefault(key) is { } now ? TypedResults.Ok(Draw(now, state, desk.Office.Now)) : TypedResults.NoContent(), stop)
            : Task.FromResult<IResult>(Answers.NotFound());
    }

    private static AlarmView Draw(AlarmState alarm, BuildingState state, TimeSpan now) => new(
        alarm.Alarm.Number, alarm.Cause, alarm.Door?.Value, AlarmPolicy.Stands(state, alarm), alarm.Times, (now - alarm.RaisedAt.Elapsed).TotalSeconds)
    {
        ClaimedBy = alarm.ClaimedBy?.Value,
        AcknowledgedBy = alarm.AcknowledgedBy?.Value,
        ClosedBy = alarm.ClosedBy?.Value,
    };
}
