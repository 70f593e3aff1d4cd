using Bridge.Policy.Doors;

namespace Bridge.Policy.Fire;

/// <summary>
/// The latch: any input in alarm sets it, whether it is configured or not. It ends when every configured input is known to be normal and a person
/// acknowledges after that. A cut line is told and does not release by itself; a line that is not known to be normal keeps the doors released.
/// </summary>
internal static class FirePolicy
{
    public static BuildingState Sense(BuildingState state, PolicyInput.FireSensed input, DecisionDraft draft)
    {
        var fire = state.Fire;
        var known = fire.Inputs.TryGetValue(input.Input, out var before);
        if (known && before == input.Reading)
        {
            return state;
        }

        if (known && before == FireReading.Fault)
        {
            draft.Announce(About(EventKind.FireInputRestored, input, draft));
        }

        if (input.Reading == FireReading.Fault)
        {
            draft.Announce(About(EventKind.FireInputFault, input, draft));
        }

        var sensed = fire with { Inputs = fire.Inputs.SetItem(input.Input, input.Reading) };
        return input.Reading == FireReading.Alarm ? Alarm(state, sensed, input, draft) : state with { Fire = sensed };
    }

    public static BuildingState Acknowledge(BuildingState state, ActorId actor, DecisionDraft draft)
    {
        var fire = state.Fire;
        if (!fire.Latched || (fire.Acknowledged && !AllNormal(state)))
        {
            return state;
        }

        draft.Announce(new BuildingEvent(EventKind.FireAcknowledged, draft.At) { Actor = actor });
        if (!AllNormal(state))
        {
            return state with { Fire = fire with { Acknowledged = true } };
        }

        draft.Announce(new BuildingEvent(EventKind.FireReleaseEnded, draft.At) { Actor = actor });
        return ReconcileDoors(state with { Fire = fire with { Latched = false, Acknowledged = false } }, draft);
    }

    /// <summary>What the inputs said before the restart is not known to be true any more, except that a told fault has not been restored.</summary>
    public static FireState Restart(FireState fire)
    {
        var inputs = fire.Inputs;
        foreach (var (input, reading) in fire.Inputs)
        {
            inputs = reading == FireReading.Fault ? inputs : inputs.Remove(input);
        }

        return fire with { Inputs = inputs };
    }

    /// <summary>Brings every door in line with the latch.</summary>
    public static BuildingState ReconcileDoors(BuildingState state, DecisionDraft draft)
    {
        var next = state;
        foreach (var (id, door) in state.Doors)
        {
            var situation = new DoorSituation(state.Rules.Doors[id], state.Rules, state.Fire.Latched);
            next = next.With(DoorPolicy.Reconcile(door, situation, draft));
        }

        return next;
    }

    private static BuildingState Alarm(BuildingState state, FireState sensed, PolicyInput.FireSensed input, DecisionDraft draft)
    {
        var latched = state with { Fire = sensed with { Latched = true, Acknowledged = false } };
        if (state.Fire.Latched)
        {
            return latched;
        }

        draft.Announce(About(EventKind.FireAlarm, input, draft));
        return ReconcileDoors(latched, draft);
    }

    // Every input of the rules was read, and none that was ever read is anything else.
    private static bool AllNormal(BuildingState state) =>
        state.Rules.FireInputs.All(state.Fire.Inputs.ContainsKey) && state.Fire.Inputs.Values.All(reading => reading == FireReading.Normal);

    private static BuildingEvent About(EventKind kind, PolicyInput.FireSensed input, DecisionDraft draft) =>
        new(kind, draft.At) { FireInput = input.Input };
}
