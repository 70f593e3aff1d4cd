namespace Bridge.Policy.Credentials;

/// <summary>
/// The silent alarm. It is one announcement more, after everything else, and nothing at the door tells it from any other read: neither when the
/// code opens nor when no PIN would have been taken at all.
/// </summary>
internal static class DuressPolicy
{
    public static void Conclude(Attempt attempt, AccessId access, Verdict verdict, DecisionDraft draft)
    {
        if (verdict.Credential is { Duress: true } forced && !verdict.WrongPin)
        {
            Announce(attempt, access, forced, draft);
        }
        else if (verdict.Credential is null && !verdict.WrongPin)
        {
            Unheard(attempt, access, draft);
        }
    }

    /// <summary>The digits were not looked at: too old, during a lock-out, before the card, or where no PIN is taken. Whoever is forced was still there.</summary>
    public static void Unheard(Attempt attempt, AccessId? access, DecisionDraft draft)
    {
        var card = attempt.Point.PendingCard?.Card;
        foreach (var facts in attempt.Read.Matches)
        {
            // After a card only its holder's code is meant: another's that has the same digits is a wrong PIN.
            if (facts is { Kind: CredentialKind.Pin, Duress: true }
                && (card is null || card.Holder == facts.Holder)
                && AuthorizationPolicy.IsUsable(facts, draft.At.Judged()))
            {
                Announce(attempt, access, facts, draft);
                return;
            }
        }
    }

    private static void Announce(Attempt attempt, AccessId? access, CredentialFacts forced, DecisionDraft draft) =>
        draft.Announce(new BuildingEvent(EventKind.Duress, draft.At)
        {
            Door = attempt.Door.Door,
            Access = access,
            AccessPoint = attempt.Point.AccessPoint,
            Credential = forced.Credential,
        });
}
