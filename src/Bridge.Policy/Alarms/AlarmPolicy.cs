using System.Diagnostics;
using Bridge.Policy.Admission;
using Bridge.Policy.Doors;

namespace Bridge.Policy.Alarms;

/// <summary>
/// From what a door or a fire input told until a person said what it was. It is told again until somebody has seen it, and more seldom until it is over;
/// nobody closes what still stands.
/// </summary>
public static class AlarmPolicy
{
    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Seen = TimeSpan.FromMinutes(15);

    /// <summary>How long a closed one can still be looked at.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromHours(12);

    /// <summary>Raises what the decision has told; after everything else of it.</summary>
    internal static BuildingState Watch(BuildingState state, DecisionDraft draft)
    {
        var next = state.Alarms;
        foreach (var effect in draft.Effects)
        {
            if (effect is OutboundEffect.Announce { Event: var told } && CauseOf(told.Kind) is { } cause)
            {
                next = Raise(next, cause, cause == AlarmCause.Fire ? null : told.Door, draft);
            }
        }

        return Set(state, next);
    }

    internal static BuildingState Decide(BuildingState state, PolicyInput.AlarmActed input, DecisionDraft draft)
    {
        if (!state.Alarms.All.TryGetValue(input.Act.Alarm, out var alarm))
        {
            return Refuse(state, null, input.By, Refusal.UnknownCase, draft);
        }

        if (Judge(state, alarm, input.By.Role, input.Act) is { } why)
        {
            return Refuse(state, alarm, input.By, why, draft);
        }

        var (kind, next) = input.Act switch
        {
            AlarmAct.Claim => (EventKind.AlarmClaimed, alarm with { ClaimedBy = input.By.Actor }),
            AlarmAct.Acknowledge => (EventKind.AlarmAcknowledged, alarm with { AcknowledgedBy = input.By.Actor, DueAt = draft.Now + Seen }),
            AlarmAct.Close close => (EventKind.AlarmClosed, alarm with { ClosedBy = input.By.Actor, Comment = close.Comment, DueAt = draft.Now + Keep }),
            _ => throw new UnreachableException($"No rule for {input.Act.GetType().Name}."),
        };
        Tell(kind, next, input.By, null, draft);
        return Set(state, state.Alarms.With(next));
    }

    /// <summary>Tells again what nobody has seen or what still stands, and forgets what was closed long ago.</summary>
    internal static BuildingState Advance(BuildingState state, DecisionDraft draft)
    {
        var next = state.Alarms;
        foreach (var (id, alarm) in state.Alarms.All)
        {
            if (alarm.DueAt <= draft.Now)
            {
                next = alarm.IsClosed() ? next.Without(id) : next.With(Again(state, alarm, draft));
            }
        }

        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        return ReferenceEquals(next, state.Alarms) ? state : state with { Alarms = next };
    }

    /// <summary>What the door or the fire inputs say now.</summary>
    public static bool Stands(BuildingState state, AlarmState alarm) => alarm.Cause == AlarmCause.Fire
        ? state.Fire.Latched
        : alarm.Door is { } id && state.Doors.TryGetValue(id, out var door) && alarm.Cause switch
        {
            AlarmCause.DoorForcedOpen => door.Alarm == DoorAlarm.DoorForcedOpen,
            AlarmCause.DoorOpenTooLong => door.Alarm == DoorAlarm.DoorOpenTooLong,
            AlarmCause.Tamper => door.TamperTold,
            AlarmCause.LockFoundReleased => door.Faults.LockFoundReleased,
            AlarmCause.DoorFault or AlarmCause.Fire => door.HasFault(),
        };

    private static AlarmCause? CauseOf(EventKind kind) => kind switch
    {
        EventKind.DoorForcedOpen => AlarmCause.DoorForcedOpen,
        EventKind.DoorOpenTooLong => AlarmCause.DoorOpenTooLong,
        EventKind.TamperDetected => AlarmCause.Tamper,
        EventKind.LockFoundReleased => AlarmCause.LockFoundReleased,
        EventKind.DoorFault => AlarmCause.DoorFault,
        EventKind.FireAlarm => AlarmCause.Fire,
        _ => null,
    };

    // One that is open already is raised anew: whoever had seen it has not seen this.
    private static AlarmBook Raise(AlarmBook book, AlarmCause cause, DoorId? door, DecisionDraft draft)
    {
        foreach (var (_, known) in book.All)
        {
            if (known.Cause == cause && known.Door == door && !known.IsClosed())
            {
                return book.With(known with { RaisedAt = draft.At, Times = known.Times + 1, AcknowledgedBy = null, Repeats = 0, DueAt = draft.Now + Unseen });
            }
        }

        var counted = book with { Count = book.Count + 1 };
        return counted.With(new AlarmState(new AlarmId(counted.Count), cause, door, draft.At, Times: 1) { DueAt = draft.Now + Unseen });
    }

    private static AlarmState Again(BuildingState state, AlarmState alarm, DecisionDraft draft)
    {
        var next = alarm with { DueAt = draft.Now + (alarm.AcknowledgedBy is null ? Unseen : Seen) };
        if (alarm.AcknowledgedBy is not null && !Stands(state, alarm))
        {
            return next;
        }

        Tell(EventKind.AlarmRepeated, alarm, null, alarm.Repeats + 1, draft);
        return next with { Repeats = alarm.Repeats + 1 };
    }

    private static Refusal? Judge(BuildingState state, AlarmState alarm, Role role, AlarmAct act) => act switch
    {
        _ when alarm.IsClosed() => Refusal.WrongState,
        AlarmAct.Close when !MayClose(role, alarm.Cause) => Refusal.NotYourRole,
        AlarmAct.Close => alarm.AcknowledgedBy is null ? Refusal.WrongState : Stands(state, alarm) ? Refusal.AlarmStands : null,
        _ when role is not (Role.LobbyAssistant or Role.TeamLead or Role.GatePost or Role.Patrol or Role.ControlRoom or Role.OfficeDutyOfficer) => Refusal.NotYourRole,
        AlarmAct.Acknowledge => alarm.AcknowledgedBy is null ? null : Refusal.AlertTaken,
        _ => null,
    };

    /// <summary>What may have been a break-in or a fire is the control room's to close.</summary>
    public static bool MayClose(Role role, AlarmCause cause) => role switch
    {
        Role.ControlRoom => true,
        Role.TeamLead => cause is AlarmCause.DoorOpenTooLong or AlarmCause.DoorFault,
        Role.LobbyAssistant or Role.CsSupervisor or Role.GatePost or Role.Patrol or Role.OfficeDutyOfficer or Role.FrontDesk => false,
    };

    private static BuildingState Refuse(BuildingState state, AlarmState? alarm, Party by, Refusal why, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(EventKind.ActRefused, draft.At) { Door = alarm?.Door, Actor = by.Actor, Admission = Facts(alarm) with { Refusal = why, Role = by.Role } });
        return state;
    }

    private static void Tell(EventKind kind, AlarmState alarm, Party? by, int? step, DecisionDraft draft) =>
        draft.Announce(new BuildingEvent(kind, draft.At) { Door = alarm.Door, Actor = by?.Actor, Admission = Facts(alarm) with { Role = by?.Role, Step = step } });

    private static AdmissionFacts Facts(AlarmState? alarm) => new() { Alarm = alarm?.Alarm, AlarmCause = alarm?.Cause };

    private static BuildingState Set(BuildingState state, AlarmBook book) =>
        ReferenceEquals(book, state.Alarms) ? state : (state with { Alarms = book }).Rescanned();
}
