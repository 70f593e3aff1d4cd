using System.Diagnostics;
using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Policy;

/// <summary>The whole policy: one pure function.</summary>
public static class BuildingPolicy
{
    /// <summary>
    /// What follows from one input. When nothing changes and nothing is asked for, the very same state comes back with no effects, and the input
    /// need not be remembered.
    /// </summary>
    public static Decision Decide(BuildingState state, PolicyInput input)
    {
        if (input is PolicyInput.Tick tick && !(state.NextDue <= tick.At.Elapsed))
        {
            return new(state, []);
        }

        var draft = new DecisionDraft(input.At);
        var settled = AdmissionPolicy.Settle(state, Route(ClockPolicy.Watch(state, input, draft), input, draft), draft);
        return new(AlarmPolicy.Watch(settled, draft), draft.Effects);
    }

    /// <summary>When the next tick is due, on <see cref="Moment.Elapsed"/>; null while no timer runs. A tick before that does nothing.</summary>
    public static TimeSpan? NextDue(BuildingState state) => state.NextDue;

    private static BuildingState Route(BuildingState state, PolicyInput input, DecisionDraft draft) => input switch
    {
        PolicyInput.ConfigurationApplied applied => ConfigurationPolicy.Apply(state, applied.Rules, draft),
        PolicyInput.BridgeStarted => ConfigurationPolicy.Restart(state, draft),
        PolicyInput.Tick => Tick(state, input, draft),
        PolicyInput.CredentialPresented presented => AccessPolicy.Present(state, presented, draft),
        PolicyInput.AccessPointLinkSensed sensed => AccessPointLinkPolicy.Sense(state, sensed, draft),
        PolicyInput.ReaderTrustSensed sensed => ReaderTrustPolicy.Sense(state, sensed, draft),
        PolicyInput.ReaderEnrolment enrolment => ReaderEnrolmentPolicy.Tell(state, enrolment, draft),
        PolicyInput.LockoutReset reset => AccessPolicy.Reset(state, reset, draft),
        PolicyInput.ClockAccepted => state,
        PolicyInput.FireSensed sensed => FirePolicy.Sense(state, sensed, draft),
        PolicyInput.FireAcknowledged acknowledged => FirePolicy.Acknowledge(state, acknowledged.Actor, draft),
        PolicyInput.ModeRequested requested => RequestMode(state, requested, draft),
        PolicyInput.AlarmActed acted => AlarmPolicy.Decide(state, acted, draft),
        PolicyInput.ContactSensed sensed => AtDoor(state, sensed.Door, input, draft),
        PolicyInput.LockSensed sensed => AtDoor(state, sensed.Door, input, draft),
        PolicyInput.OutputSensed sensed => AtDoor(state, sensed.Door, input, draft),
        PolicyInput.RequestToExit sensed => AtDoor(state, sensed.Door, input, draft),
        PolicyInput.TamperSensed sensed => AtDoor(state, sensed.Door, input, draft),
        PolicyInput.LinkSensed sensed => AtDoor(state, sensed.Door, input, draft),
        PolicyInput.ReleaseEnded ended => AtDoor(state, ended.Door, input, draft),
        PolicyInput.CaseActed or PolicyInput.RequestActed or PolicyInput.GateActed or PolicyInput.TourActed or PolicyInput.AlertActed
            or PolicyInput.CallTold or PolicyInput.RecordStored or PolicyInput.SecurityNoticed => AdmissionPolicy.Decide(state, input, draft),
        _ => throw new UnreachableException($"No rule for {input.GetType().Name}."),
    };

    // A device may still speak of a door that a new configuration has taken away.
    private static BuildingState AtDoor(BuildingState state, DoorId id, PolicyInput input, DecisionDraft draft) =>
        state.Doors.TryGetValue(id, out var door) ? state.With(DoorPolicy.Decide(door, Situation(state, id), input, draft)) : state;

    private static BuildingState RequestMode(BuildingState state, PolicyInput.ModeRequested input, DecisionDraft draft)
    {
        if (!state.Doors.ContainsKey(input.Door))
        {
            draft.Announce(ModePolicy.Refused(input, "unknown door"));
            return state;
        }

        return AtDoor(state, input.Door, input, draft);
    }

    private static BuildingState Tick(BuildingState state, PolicyInput input, DecisionDraft draft)
    {
        var next = state;
        foreach (var (id, door) in state.Doors)
        {
            if (door.NextDue() <= draft.Now)
            {
                next = next with { Doors = next.Doors.SetItem(id, DoorPolicy.Decide(door, Situation(state, id), input, draft)) };
            }
        }

        foreach (var (id, point) in state.AccessPoints)
        {
            if (point.NextDue() <= draft.Now)
            {
                var rules = state.Rules.AccessPoints[id];
                var advanced = AccessPolicy.Advance(point, rules, state.Doors[rules.Door], draft.Now, draft);
                next = next with { AccessPoints = next.AccessPoints.SetItem(id, advanced) };
            }
        }

        return AlarmPolicy.Advance(AdmissionTimers.Advance(next, draft), draft).Rescanned();
    }

    private static DoorSituation Situation(BuildingState state, DoorId door) => new(state.Rules.Doors[door], state.Rules, state.Fire.Latched);
}
