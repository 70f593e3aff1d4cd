using System.Collections.Immutable;
using Bridge.Policy.Admission;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Policy;

/// <summary>New rules, and the start of the service.</summary>
internal static class ConfigurationPolicy
{
    public static BuildingState Apply(BuildingState state, BuildingRules rules, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(EventKind.ConfigurationApplied, draft.At));
        var doors = ImmutableSortedDictionary.CreateBuilder<DoorId, DoorState>();
        foreach (var (id, doorRules) in rules.Doors)
        {
            var kept = state.Doors.TryGetValue(id, out var door) ? door : new DoorState(id);
            doors[id] = FitSensors(kept, new DoorSituation(doorRules, rules, state.Fire.Latched), draft);
        }

        var points = ImmutableSortedDictionary.CreateBuilder<AccessPointId, AccessPointState>();
        foreach (var (id, pointRules) in rules.AccessPoints)
        {
            var kept = state.AccessPoints.TryGetValue(id, out var point) ? ReaderTrustPolicy.Anew(state, point, draft) : new AccessPointState(id);
            points[id] = pointRules.Authentication == Authentication.CardAndPin ? kept : kept with { PendingCard = null };
        }

        var applied = state with
        {
            Rules = rules,
            Doors = doors.ToImmutable(),
            AccessPoints = points.ToImmutable(),
            Fire = state.Fire with { Inputs = state.Fire.Inputs.RemoveRange(state.Fire.Inputs.Keys.Except(rules.FireInputs)) },
        };
        return AdmissionRestart.Fit(FirePolicy.ReconcileDoors(applied, draft), draft).Rescanned();
    }

    public static BuildingState Restart(BuildingState state, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(EventKind.BridgeStarted, draft.At));
        var doors = state.Doors.ToBuilder();
        foreach (var (id, door) in state.Doors)
        {
            doors[id] = LinkPolicy.Restart(door, draft.Now);
        }

        var points = state.AccessPoints.ToBuilder();
        foreach (var (id, point) in state.AccessPoints)
        {
            points[id] = point with { PendingCard = null, Online = false };
        }

        return AdmissionRestart.Restart(
            state with { Doors = doors.ToImmutable(), AccessPoints = points.ToImmutable(), Fire = FirePolicy.Restart(state.Fire) }, draft).Rescanned();
    }

    // A sensor that was added is unknown until it is read; one that was taken away takes its alarm and its faults with it.
    private static DoorState FitSensors(DoorState door, DoorSituation situation, DecisionDraft draft)
    {
        var fitted = door;
        if (situation.Rules.HasContact == (door.Contact == DoorPhysicalState.NotMonitored))
        {
            fitted = situation.Rules.HasContact
                ? fitted with { Contact = DoorPhysicalState.Unknown }
                : ContactPolicy.Remove(fitted, situation, draft);
        }

        if (situation.Rules.HasLockSensor == (door.Lock == LockPhysicalState.NotMonitored))
        {
            fitted = situation.Rules.HasLockSensor
                ? fitted with { Lock = LockPhysicalState.Unknown }
                : LockPolicy.Remove(fitted, draft);
        }

        if (situation.Rules.HasTamper == (door.Tamper == DoorTamper.NotMonitored))
        {
            fitted = situation.Rules.HasTamper ? fitted with { Tamper = DoorTamper.Unknown } : TamperPolicy.Remove(fitted, draft);
        }

        return fitted;
    }
}
