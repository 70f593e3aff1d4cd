namespace Bridge.Policy.Credentials;

/// <summary>A reader that is not to be trusted decides nothing until it is, and somebody hears of both. The door works on by its other readers.</summary>
internal static class ReaderTrustPolicy
{
    public static BuildingState Sense(BuildingState state, PolicyInput.ReaderTrustSensed input, DecisionDraft draft)
    {
        if (!state.AccessPoints.TryGetValue(input.AccessPoint, out var point))
        {
            return state;
        }

        // One trouble is enough: it stands until the reader is well, whatever else is found meanwhile.
        var changes = input.Trust == ReaderTrust.Trusted ? point.Trust != ReaderTrust.Trusted : point.Trust == ReaderTrust.Trusted;
        return changes ? state.With(Changed(state, point, input.Trust, input.Detail, draft)) : state;
    }

    /// <summary>Every start and every new configuration finds out anew whom to trust: the readers are asked from the beginning.</summary>
    public static AccessPointState Anew(BuildingState state, AccessPointState point, DecisionDraft draft) => point.Trust == ReaderTrust.Trusted
        ? point
        : Changed(state, point, ReaderTrust.Trusted, "a new configuration: it is asked from the beginning", draft);

    // What was half done at it is void: nobody knows who did it.
    private static AccessPointState Changed(BuildingState state, AccessPointState point, ReaderTrust trust, string detail, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(Kind(trust), draft.At)
        {
            Door = state.Rules.AccessPoints.GetValueOrDefault(point.AccessPoint)?.Door,
            AccessPoint = point.AccessPoint,
            Detail = detail,
        });
        return point with { Trust = trust, PendingCard = null };
    }

    private static EventKind Kind(ReaderTrust trust) => trust switch
    {
        ReaderTrust.Trusted => EventKind.ReaderRestored,
        ReaderTrust.SecurityFailed => EventKind.ReaderSecurityFailed,
        ReaderTrust.Replaced => EventKind.ReaderReplaced,
        ReaderTrust.AddressClash => EventKind.ReaderAddressClash,
        ReaderTrust.Faulty => EventKind.ReaderFault,
    };
}
