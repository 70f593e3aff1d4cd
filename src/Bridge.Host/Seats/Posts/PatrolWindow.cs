using System.Collections.Concurrent;
using Bridge.Console.Desk;
using Bridge.Console.Posts.Patrol;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Policy;
using Bridge.Policy.Alerts;

namespace Bridge.Host.Seats.Posts;

/// <summary>The patrol of one open page: one task at a time, and where it leads only for who has it or is offered it.</summary>
internal sealed class PatrolWindow(PostWindow window, DeskParts desk, LobbyNames names, PatrolPresence presence) : IPatrol
{
    // What this phone declined is not offered to it again; others still see it, and so do those who are told that nobody took it.
    private readonly ConcurrentDictionary<long, bool> declined = new();

    public IAsyncEnumerable<PatrolView> WatchAsync(CancellationToken cancellationToken) =>
        window.WatchAsync(caller => caller.ReachOf(Permission.TakePatrolTask) != Reach.None, (caller, _) => Draw(caller), cancellationToken);

    public async Task<ActOutcome> StepAsync(long task, PatrolStep step, CancellationToken cancellationToken)
    {
        var outcome = await ActAsync(task, key => step switch
        {
            PatrolStep.Acknowledge => new AlertAct.Acknowledge(key),
            PatrolStep.Decline => new AlertAct.Decline(key),
            PatrolStep.EnRoute => new AlertAct.EnRoute(key),
            PatrolStep.OnScene => new AlertAct.OnScene(key),
        }, cancellationToken);
        if (outcome.Done && step == PatrolStep.Decline)
        {
            declined[task] = true;
        }

        return outcome;
    }

    public async Task<ActOutcome> FinishAsync(long task, PatrolResult result, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var caller = await window.StayAsync(cancellationToken);
        var wanted = ResultOf(result);

        // The phone did not hear that it had arrived, and tells it again.
        return desk.Office.State.Admission.Alerts.GetValueOrDefault(new AlertId(task)) is { Status: AlertStatus.Done } done && done.Result == wanted && done.TakenBy == caller?.Actor
            ? new ActOutcome(null)
            : await ActAsync(task, key => new AlertAct.Finish(key, wanted) { PressedAt = at }, cancellationToken);
    }

    public async Task HeardAsync(CancellationToken cancellationToken)
    {
        if (await window.StayAsync(cancellationToken) is { } caller && caller.ReachOf(Permission.TakePatrolTask) != Reach.None)
        {
            presence.Heard(caller.Actor, caller.Session?.Desk?.Name);
        }
    }

    private Task<ActOutcome> ActAsync(long task, Func<AlertId, AlertAct> act, CancellationToken stop) => window.ActAsync(
        Permission.TakePatrolTask, caller => AlertEndpoints.ActAsync(caller, desk, task, Permission.TakePatrolTask, act, [], stop), stop);

    private PatrolView Draw(Caller caller)
    {
        var waiting = desk.Office.State.Admission.Alerts.Values
            .Where(alert => alert.Status != AlertStatus.Done && caller.Has(Permission.TakePatrolTask, alert.Lobby))
            .Where(alert => alert.Status == AlertStatus.New ? IsOffered(alert, caller) : alert.TakenBy == caller.Actor && !alert.ByRadio)
            .OrderBy(alert => alert.Status == AlertStatus.New).ThenBy(alert => alert.RaisedAt).ToList();
        return new PatrolView(window.ObservedAt, waiting is [var first, ..] ? Task(first) : null, Math.Max(0, waiting.Count - 1));
    }

    // A phone that is enrolled under the name of a handset is asked when it is its turn; any other phone is asked at once, and so is everybody when all had it.
    private bool IsOffered(AlertState alert, Caller caller)
    {
        if (declined.ContainsKey(alert.Alert.Number) || alert.RaisedBy == caller.Actor)
        {
            return false;
        }

        var handsets = desk.Office.State.Rules.Admission.Lobbies.GetValueOrDefault(alert.Lobby)?.Handsets ?? [];
        var mine = caller.Session?.Desk is { } phone ? handsets.IndexOf(new HandsetId(phone.Name)) : -1;
        return mine < 0 || mine == alert.Offered || alert.Offered >= handsets.Count;
    }

    private PatrolTask Task(AlertState alert)
    {
        var now = desk.Office.Now;
        var times = desk.Office.State.Rules.Admission.Times;
        var isNew = alert.Status == AlertStatus.New;
        return new PatrolTask(alert.Alert.Number, KindOf(alert.Kind), DeskPicture.Stage(alert.Status), names.Of(alert.Lobby), now - alert.RaisedAt)
        {
            Unit = alert.Household is { } household ? desk.Register.UnitOf(household) : null,
            UntilNextHandset = isNew && alert.Offered == 0 ? alert.RaisedAt + times.PatrolNextHandset - now : null,
            UntilEscalation = isNew && !alert.Escalated ? alert.RaisedAt + times.PatrolEscalation - now : null,
            UntilResult = alert.RaisedAt + times.PatrolResult - now,
            Escalated = alert.Escalated,
        };
    }

    private static PatrolKind KindOf(AlertKind kind) => kind switch
    {
        AlertKind.Tracking => PatrolKind.Tracking,
        AlertKind.Attend => PatrolKind.Attend,
    };

    private static AlertResult ResultOf(PatrolResult result) => result switch
    {
        PatrolResult.EnteredWithOwnKey => AlertResult.EnteredWithOwnKey,
        PatrolResult.MetByHousehold => AlertResult.MetByHousehold,
        PatrolResult.NotFound => AlertResult.NotFound,
        PatrolResult.NotResident => AlertResult.NotResident,
        PatrolResult.Attended => AlertResult.Attended,
    };
}
