using System.Globalization;
using Bridge.Policy.Admission;

namespace Bridge.Policy.Alerts;

/// <summary>Tasks of the patrol: from the commit that raised them until somebody said how they ended. Nobody takes his own.</summary>
internal static class AlertPolicy
{
    private static readonly TimeSpan TellLateness = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BelieveLateness = TimeSpan.FromHours(12);

    public static BuildingState Raise(BuildingState state, CaseId id, AlertKind kind, ActorId by, DecisionDraft draft)
    {
        var one = state.Admission.Cases[id];
        var alert = new AlertState(
            new AlertId(state.Admission.AlertCount + 1), kind, one.Lobby, one.Case, one.Household?.Household, by, draft.Now, AlertStatus.New, Offered: 0) { Record = one.Record };
        Tell(EventKind.AlertRaised, alert, null, draft);
        if (Handsets(state, alert) == 0)
        {
            Tell(EventKind.RadioDemanded, alert, null, draft);
        }

        var counted = state.With(state.Admission with { AlertCount = alert.Alert.Number });
        return Set(counted, alert).With(one with { Alert = alert.Alert });
    }

    public static BuildingState Decide(BuildingState state, PolicyInput.AlertActed input, DecisionDraft draft)
    {
        if (!state.Admission.Alerts.TryGetValue(input.Act.Alert, out var alert))
        {
            return CaseMoves.Refuse(state, input.By, null, Refusal.UnknownCase, draft);
        }

        return Judge(alert, input.By, input.Act) is { } why
            ? Refuse(state, alert, input.By, why, draft)
            : Take(state, alert, input.By, input.Act, draft);
    }

    /// <summary>Nobody has taken it: the next handset, then the people who have to know.</summary>
    public static BuildingState Advance(BuildingState state, AlertState alert, DecisionDraft draft)
    {
        var times = state.Rules.Admission.Times;
        var next = alert;
        if (next.Status == AlertStatus.New && next.Offered == 0 && draft.Now >= next.RaisedAt + times.PatrolNextHandset)
        {
            next = OfferNext(state, next, draft);
        }

        if (next.Status == AlertStatus.New && !next.Escalated && draft.Now >= next.RaisedAt + times.PatrolEscalation)
        {
            next = next with { Escalated = true };
            foreach (var told in (Role[])[Role.TeamLead, Role.ControlRoom])
            {
                draft.Announce(new BuildingEvent(EventKind.AlertEscalated, draft.At) { Admission = Facts(next) with { Told = told } });
            }

            Note(next, RecordChangeKind.AlertEscalated, null, null, draft);
        }

        if (next.Status != AlertStatus.Done && !next.ResultOverdue && draft.Now >= next.RaisedAt + times.PatrolResult)
        {
            next = next with { ResultOverdue = true };
            draft.Announce(new BuildingEvent(EventKind.AlertEscalated, draft.At) { Admission = Facts(next) with { Told = Role.TeamLead, Step = 3 } });
        }

        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        return ReferenceEquals(next, alert) ? state : Set(state, next);
    }

    public static TimeSpan? NextDue(AlertState alert, AdmissionTimes times)
    {
        if (alert.Status == AlertStatus.Done)
        {
            return alert.TouchedAt + AdmissionLimits.Keep;
        }

        TimeSpan? due = alert.ResultOverdue ? null : alert.RaisedAt + times.PatrolResult;
        if (alert.Status == AlertStatus.New)
        {
            due = alert.Escalated ? due : DueMoments.Earlier(due, alert.RaisedAt + times.PatrolEscalation);
            due = alert.Offered > 0 ? due : DueMoments.Earlier(due, alert.RaisedAt + times.PatrolNextHandset);
        }

        return due;
    }

    private static Refusal? Judge(AlertState alert, Party by, AlertAct act)
    {
        if (act is AlertAct.CalledByRadio)
        {
            return by.Role is not (Role.LobbyAssistant or Role.TeamLead) ? Refusal.NotYourRole
                : by.Lobby is { } lobby && lobby != alert.Lobby ? Refusal.NotYourLobby
                : alert.Status == AlertStatus.New ? null : Refusal.AlertTaken;
        }

        if (by.Role != Role.Patrol)
        {
            return Refusal.NotYourRole;
        }

        return act switch
        {
            _ when by.Actor == alert.RaisedBy => Refusal.OwnRequest,
            _ when alert.Status == AlertStatus.Done => Refusal.WrongState,
            AlertAct.Acknowledge or AlertAct.Decline => alert.Status == AlertStatus.New ? null : Refusal.AlertTaken,
            // Reached on the radio, the task has no handset yet: whoever reports takes it.
            _ when alert.TakenBy != by.Actor && !alert.ByRadio => alert.Status == AlertStatus.New ? Refusal.WrongState : Refusal.AlertTaken,
            AlertAct.EnRoute => alert.Status == AlertStatus.Acknowledged ? null : Refusal.WrongState,
            AlertAct.OnScene => alert.Status is AlertStatus.Acknowledged or AlertStatus.EnRoute ? null : Refusal.WrongState,
            AlertAct.Finish finish => Fits(alert.Kind, finish.Result) ? null : Refusal.WrongState,
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {act.GetType().Name}."),
        };
    }

    private static bool Fits(AlertKind kind, AlertResult result) => (kind == AlertKind.Attend) == (result == AlertResult.Attended);

    private static BuildingState Take(BuildingState state, AlertState alert, Party by, AlertAct act, DecisionDraft draft)
    {
        var touched = alert with { TouchedAt = draft.Now };
        switch (act)
        {
            case AlertAct.Acknowledge:
                return Step(state, touched with { Status = AlertStatus.Acknowledged, TakenBy = by.Actor }, EventKind.AlertAcknowledged, RecordChangeKind.AlertAcknowledged, by, draft);
            case AlertAct.CalledByRadio radio:
                Note(touched, RecordChangeKind.AlertAcknowledged, by, radio.Answered, draft);
                Tell(EventKind.AlertAcknowledged, touched, by, draft, "on the radio");
                return Set(state, touched with { Status = AlertStatus.Acknowledged, TakenBy = by.Actor, ByRadio = true });
            case AlertAct.Decline:
                Tell(EventKind.AlertDeclined, touched, by, draft);
                return Set(state, OfferNext(state, touched, draft));
            case AlertAct.EnRoute:
                return Step(state, touched with { Status = AlertStatus.EnRoute, TakenBy = by.Actor }, EventKind.AlertEnRoute, RecordChangeKind.AlertEnRoute, by, draft);
            case AlertAct.OnScene:
                return Step(state, touched with { Status = AlertStatus.OnScene, TakenBy = by.Actor }, EventKind.AlertOnScene, RecordChangeKind.AlertOnScene, by, draft);
            case AlertAct.Finish finish:
                return Finish(state, touched with { Status = AlertStatus.Done, Result = finish.Result }, Lateness(finish, draft), by, draft);
            default:
                throw new System.Diagnostics.UnreachableException($"No rule for {act.GetType().Name}.");
        }
    }

    private static BuildingState Finish(BuildingState state, AlertState alert, string? lateness, Party by, DecisionDraft draft)
    {
        var next = Step(state, alert, EventKind.AlertDone, RecordChangeKind.AlertDone, by, draft, lateness);
        if (alert.Result is not (AlertResult.NotFound or AlertResult.NotResident))
        {
            return next;
        }

        // The door has been used already: what is left is that the right people know at once.
        foreach (var told in (Role[])[Role.ControlRoom, Role.TeamLead])
        {
            draft.Announce(new BuildingEvent(EventKind.IncidentRaised, draft.At) { Actor = by.Actor, Admission = Facts(alert) with { Told = told, Role = by.Role } });
        }

        return next;
    }

    // A phone's clock is nobody's proof: what it says stands beside the commit's own time and never instead of it.
    private static string? Lateness(AlertAct.Finish finish, DecisionDraft draft) =>
        finish.PressedAt is { } pressed && draft.At.Wall - pressed is var late && late >= TellLateness && late < BelieveLateness
            ? string.Create(CultureInfo.InvariantCulture, $"told {(int)late.TotalSeconds} s after it was pressed")
            : null;

    private static AlertState OfferNext(BuildingState state, AlertState alert, DecisionDraft draft)
    {
        var next = alert with { Offered = alert.Offered + 1 };
        Tell(next.Offered < Handsets(state, alert) ? EventKind.AlertOffered : EventKind.RadioDemanded, next, null, draft);
        return next;
    }

    private static BuildingState Step(BuildingState state, AlertState alert, EventKind kind, RecordChangeKind change, Party by, DecisionDraft draft, string? detail = null)
    {
        Tell(kind, alert, by, draft, detail);
        Note(alert, change, by, null, draft);
        return Set(state, alert);
    }

    private static void Note(AlertState alert, RecordChangeKind change, Party? by, SealedPerson? person, DecisionDraft draft)
    {
        if (alert.Record is { } number)
        {
            RecordPolicy.Announce(number, Facts(alert) with { Role = by?.Role }, change, by, person, alert.Result?.ToString(), draft);
        }
    }

    private static BuildingState Refuse(BuildingState state, AlertState alert, Party by, Refusal why, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(EventKind.ActRefused, draft.At) { Actor = by.Actor, Admission = Facts(alert) with { Refusal = why, Role = by.Role } });
        return state;
    }

    private static void Tell(EventKind kind, AlertState alert, Party? by, DecisionDraft draft, string? detail = null) =>
        draft.Announce(new BuildingEvent(kind, draft.At) { Actor = by?.Actor, Admission = Facts(alert) with { Role = by?.Role, Step = alert.Offered }, Detail = detail });

    private static AdmissionFacts Facts(AlertState alert) => new()
    {
        Lobby = alert.Lobby, Case = alert.Case, Alert = alert.Alert, AlertKind = alert.Kind, AlertResult = alert.Result, Household = alert.Household,
    };

    private static int Handsets(BuildingState state, AlertState alert) =>
        state.Rules.Admission.Lobbies.TryGetValue(alert.Lobby, out var lobby) ? lobby.Handsets.Count : 0;

    private static BuildingState Set(BuildingState state, AlertState alert) =>
        state.With(state.Admission with { Alerts = state.Admission.Alerts.SetItem(alert.Alert, alert) });
}
