using Bridge.Policy.Doors;

namespace Bridge.Policy.Credentials;

/// <summary>From a presented credential to a grant, a refusal, or the question for a PIN.</summary>
internal static class AccessPolicy
{
    public static BuildingState Present(BuildingState state, PolicyInput.CredentialPresented input, DecisionDraft draft)
    {
        var rules = state.Rules;
        if (!rules.AccessPoints.TryGetValue(input.AccessPoint, out var pointRules)
            || !state.AccessPoints.TryGetValue(input.AccessPoint, out var point)
            || !state.Doors.TryGetValue(pointRules.Door, out var known))
        {
            return Nowhere(state, input, draft);
        }

        var door = DoorPolicy.Before(known, Situation(state, known), draft);
        var current = Advance(point, pointRules, door, draft.Now - TimeSpan.FromTicks(1), draft);
        var attempt = new Attempt(rules, pointRules, current, door, input.Read, state.CardGuesses);
        if (AuthenticationPolicy.Ignored(attempt) is { } ignored)
        {
            return Ignore(state.With(door), attempt, ignored, draft);
        }

        var read = attempt with { Point = Started(attempt, draft) };
        return Conclude(state.With(door), read, AuthenticationPolicy.Judge(read, draft.At), draft);
    }

    public static BuildingState Reset(BuildingState state, PolicyInput.LockoutReset input, DecisionDraft draft) =>
        state.Rules.AccessPoints.TryGetValue(input.AccessPoint, out var rules) && state.AccessPoints.TryGetValue(input.AccessPoint, out var point)
            ? state.With(LockoutPolicy.Reset(point, rules.Door, input.Actor, draft))
            : state;

    /// <summary>Runs out the wait for a PIN up to <paramref name="until"/>, and an ended lock-out.</summary>
    public static AccessPointState Advance(AccessPointState point, AccessPointRules rules, DoorState door, TimeSpan until, DecisionDraft draft)
    {
        var next = LockoutPolicy.Advance(point, rules.Door, draft);
        if (next.PendingCard is not { } pending || pending.Until > until)
        {
            return next;
        }

        draft.Show(point.AccessPoint, Refusal(door));
        return AuthenticationPolicy.Abandon(next, door, detail: null, draft);
    }

    // A read counts as seen once it has been looked at, also when it was stale: delivered again it is a duplicate. A card begins a new attempt.
    private static AccessPointState Started(Attempt attempt, DecisionDraft draft)
    {
        var seen = Seen(attempt);
        return attempt.Read.Kind == CredentialKind.Card
            ? AuthenticationPolicy.Abandon(seen, attempt.Door, "another card was presented", draft)
            : seen;
    }

    private static AccessPointState Seen(Attempt attempt) =>
        attempt.Read.Number == 0 ? attempt.Point : attempt.Point with { LastRead = attempt.Read.Number };

    private static BuildingState Ignore(BuildingState state, Attempt attempt, EventKind kind, DecisionDraft draft)
    {
        draft.Announce(new BuildingEvent(kind, draft.At)
        {
            Door = attempt.Door.Door,
            AccessPoint = attempt.Point.AccessPoint,
            Credential = attempt.Read.Matches.Count == 1 ? attempt.Read.Matches[0].Credential : null,
            Reason = kind == EventKind.StaleReadIgnored ? DenyReason.StaleRead : null,
        });
        if (kind == EventKind.StaleReadIgnored)
        {
            DuressPolicy.Unheard(attempt, access: null, draft);
        }

        return state.With(Seen(attempt));
    }

    private static BuildingState Conclude(BuildingState state, Attempt attempt, Verdict verdict, DecisionDraft draft)
    {
        var point = attempt.Point;
        var number = state.AccessCount;
        var access = attempt.Read.Kind == CredentialKind.Pin && point.PendingCard is { } pending ? pending.Access : new AccessId(++number);
        var counted = state with { AccessCount = number };
        if (verdict.AskPin)
        {
            draft.Show(point.AccessPoint, Feedback.RequirePin);
            var until = draft.Now + attempt.Rules.SecondFactorTime;
            return counted.With(point with { PendingCard = new PendingCard(verdict.Credential!, access, until) });
        }

        point = point with { PendingCard = null };
        var next = verdict.Reason is null
            ? Grant(counted, attempt with { Point = point }, access, verdict.Credential!, draft)
            : Deny(counted, attempt with { Point = point }, access, verdict, draft);

        // The last effect, so that everything before it is what anybody gets.
        DuressPolicy.Conclude(attempt, access, verdict, draft);
        return next;
    }

    private static BuildingState Grant(BuildingState state, Attempt attempt, AccessId access, CredentialFacts credential, DecisionDraft draft)
    {
        draft.Announce(About(EventKind.AccessGranted, attempt, access, credential, draft));
        var point = attempt.Point;
        var passage = new Passage(access, point.AccessPoint, credential.Credential, credential.ExtendedTime, draft.Now);
        var door = DoorPolicy.Grant(attempt.Door, Situation(state, attempt.Door), passage, draft);
        draft.Show(point.AccessPoint, Feedback.AccessGranted);
        var cleared = attempt.Read.Kind == CredentialKind.Pin ? CardLockoutPolicy.RightPin(state, credential.Credential) : state;
        return cleared.With(point).With(door);
    }

    private static BuildingState Deny(BuildingState state, Attempt attempt, AccessId access, Verdict verdict, DecisionDraft draft)
    {
        draft.Announce(About(EventKind.AccessDenied, attempt, access, verdict.Credential, draft) with
        {
            Reason = verdict.Reason,
            Detail = verdict.Detail,
        });
        draft.Show(attempt.Point.AccessPoint, Refusal(attempt.Door));
        if (!verdict.WrongPin)
        {
            return state.With(attempt.Point);
        }

        var counted = verdict.Credential is { } card ? CardLockoutPolicy.WrongPin(state, attempt, access, card.Credential, draft) : state;
        return counted.With(LockoutPolicy.WrongPin(attempt.Point, state.Rules.Lockout, attempt.Door.Door, draft));
    }

    private static BuildingState Nowhere(BuildingState state, PolicyInput.CredentialPresented input, DecisionDraft draft)
    {
        var access = new AccessId(state.AccessCount + 1);
        draft.Announce(new BuildingEvent(EventKind.AccessDenied, draft.At)
        {
            Access = access,
            AccessPoint = input.AccessPoint,
            Reason = DenyReason.Unauthorized,
            Detail = "unknown access point",
        });
        return state with { AccessCount = access.Number };
    }

    private static DoorSituation Situation(BuildingState state, DoorState door) =>
        new(state.Rules.Doors[door.Door], state.Rules, state.Fire.Latched);

    // What the reader shows depends on the door and never on what was wrong: a wrong card and a wrong PIN look the same.
    private static Feedback Refusal(DoorState door) => door.Mode == DoorMode.LockedDown ? Feedback.LockedDown : Feedback.AccessDenied;

    private static BuildingEvent About(EventKind kind, Attempt attempt, AccessId access, CredentialFacts? credential, DecisionDraft draft) =>
        new(kind, draft.At)
        {
            Door = attempt.Door.Door,
            Access = access,
            AccessPoint = attempt.Point.AccessPoint,
            Credential = credential?.Credential,
        };
}
