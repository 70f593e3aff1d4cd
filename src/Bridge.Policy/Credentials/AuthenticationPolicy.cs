using Bridge.Policy.Doors;

namespace Bridge.Policy.Credentials;

/// <summary>
/// What the presented factors amount to. The order of the checks, each with exactly one answer: the same read again (DuplicateReadIgnored); a read
/// that waited or is too old (StaleReadIgnored); a reader that is not to be trusted (ReaderNotTrusted) or may not open here in clear (ReaderInClear);
/// a PIN during a lock-out of the keypad or of the card before it, and a good card that would ask for one then (LockedOut); a kind that is not taken here or not now (WrongCredentialKind); then <see cref="AuthorizationPolicy"/>.
/// </summary>
internal static class AuthenticationPolicy
{
    public static Verdict Judge(Attempt attempt, Moment at)
    {
        if (attempt.Point.Trust != ReaderTrust.Trusted)
        {
            return new Verdict(DenyReason.ReaderNotTrusted, null, attempt.Point.Trust.ToString());
        }

        if (attempt.Rules.RefusedInClear)
        {
            return new Verdict(DenyReason.ReaderInClear, null);
        }

        var kind = attempt.Read.Kind;
        if (kind == CredentialKind.Pin && IsLockedOut(attempt, attempt.Point.PendingCard?.Card, at.Elapsed))
        {
            return new Verdict(DenyReason.LockedOut, null);
        }

        return attempt.Rules.Authentication switch
        {
            Authentication.Card => Single(attempt, at, kind == CredentialKind.Card),
            Authentication.Pin => Single(attempt, at, kind == CredentialKind.Pin),
            Authentication.CardOrPin => Single(attempt, at, taken: true),
            Authentication.CardAndPin => Both(attempt, at),
        };
    }

    /// <summary>A read that is not obeyed, whoever it is of; null for one that is.</summary>
    public static EventKind? Ignored(Attempt attempt)
    {
        var read = attempt.Read;
        if (read.Number != 0 && read.Number == attempt.Point.LastRead)
        {
            return EventKind.DuplicateReadIgnored;
        }

        return read.QueuedWhileOffline || read.Age > attempt.Rules.MaximumReadAge ? EventKind.StaleReadIgnored : null;
    }

    private static bool IsLockedOut(Attempt attempt, CredentialFacts? card, TimeSpan now) =>
        LockoutPolicy.IsLockedOut(attempt.Point, now)
        || (card is not null && CardLockoutPolicy.IsLockedOut(attempt.Guesses, card.Credential, now));

    private static Verdict Single(Attempt attempt, Moment at, bool taken) =>
        taken ? AuthorizationPolicy.Judge(attempt, at.Judged()) : new Verdict(DenyReason.WrongCredentialKind, null);

    private static Verdict Both(Attempt attempt, Moment at)
    {
        if (attempt.Read.Kind == CredentialKind.Card)
        {
            var card = AuthorizationPolicy.Judge(attempt, at.Judged());
            if (card.Reason is not null)
            {
                return card;
            }

            // Nobody is asked for a PIN that would not be taken.
            return IsLockedOut(attempt, card.Credential, at.Elapsed) ? card with { Reason = DenyReason.LockedOut } : card with { AskPin = true };
        }

        return attempt.Point.PendingCard is { } pending
            ? AuthorizationPolicy.JudgePinOf(pending, attempt, at.Judged())
            : new Verdict(DenyReason.WrongCredentialKind, null, "the card comes first");
    }

    /// <summary>The PIN did not come, or another card came instead.</summary>
    public static AccessPointState Abandon(AccessPointState point, DoorState door, string? detail, DecisionDraft draft)
    {
        if (point.PendingCard is not { } pending)
        {
            return point;
        }

        draft.Announce(new BuildingEvent(EventKind.AccessDenied, draft.At)
        {
            Door = door.Door,
            Access = pending.Access,
            AccessPoint = point.AccessPoint,
            Credential = pending.Card.Credential,
            Reason = DenyReason.SecondFactorTimeout,
            Detail = detail,
        });
        return point with { PendingCard = null };
    }
}
