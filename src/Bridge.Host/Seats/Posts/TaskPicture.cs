using System.Collections.Immutable;
using Bridge.Console.Posts;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Policy.Alerts;

namespace Bridge.Host.Seats.Posts;

/// <summary>Draws the patrol's tasks for those who have to know how they stand. Where a task leads is the patrol's.</summary>
internal sealed class TaskPicture(DeskParts desk, LobbyNames names)
{
    public ImmutableArray<WatchedTask> Draw(Caller caller, Func<AlertState, bool> wanted)
    {
        var now = desk.Office.Now;
        return
        [
            .. desk.Office.State.Admission.Alerts.Values.Where(alert => caller.Has(Permission.SeeAlerts, alert.Lobby) && wanted(alert))
                .Select(alert => new WatchedTask(alert.Alert.Number, names.Of(alert.Lobby), alert.Kind.ToString(), DeskPicture.Stage(alert.Status), now - alert.RaisedAt)
                {
                    Result = alert.Result?.ToString(),
                    Escalated = alert.Escalated,
                    ResultOverdue = alert.ResultOverdue,
                }),
        ];
    }
}
