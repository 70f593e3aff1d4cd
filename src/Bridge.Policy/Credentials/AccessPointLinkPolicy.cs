namespace Bridge.Policy.Credentials;

/// <summary>
/// A reader or keypad with a unit of its own went away or came back. The door works on by its other readers; but somebody has to know why nobody
/// can come in here.
/// </summary>
internal static class AccessPointLinkPolicy
{
    public static BuildingState Sense(BuildingState state, PolicyInput.AccessPointLinkSensed input, DecisionDraft draft)
    {
        if (!state.Rules.AccessPoints.TryGetValue(input.AccessPoint, out var rules)
            || !state.AccessPoints.TryGetValue(input.AccessPoint, out var point)
            || point.Online == input.Online)
        {
            return state;
        }

        draft.Announce(new BuildingEvent(input.Online ? EventKind.LinkRestored : EventKind.LinkLost, draft.At)
        {
            Door = rules.Door,
            AccessPoint = input.AccessPoint,
            Detail = input.Detail,
        });
        return state.With(point with { Online = input.Online });
    }
}
