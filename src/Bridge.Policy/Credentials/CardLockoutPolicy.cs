using System.Collections.Immutable;

namespace Bridge.Policy.Credentials;

/// <summary>
/// Guessing the PIN of one card: whoever holds a stolen card could otherwise go from keypad to keypad, or open with a PIN of their own in between.
/// Only the right PIN of that very card clears its count. The card is locked and nobody else; the lock-out ends by itself.
/// </summary>
internal static class CardLockoutPolicy
{
    /// <summary>Cards remembered at once. Beyond it the one whose last wrong PIN is longest ago is forgotten: the state stays bounded.</summary>
    internal const int MostCards = 1000;

    public static bool IsLockedOut(ImmutableSortedDictionary<CredentialId, CardGuesses> guesses, CredentialId card, TimeSpan now) =>
        guesses.TryGetValue(card, out var of) && now < of.LockedUntil;

    public static BuildingState WrongPin(BuildingState state, Attempt attempt, AccessId access, CredentialId card, DecisionDraft draft)
    {
        var rules = state.Rules.Lockout;
        var remembered = Remembered(state.CardGuesses, card, draft.Now);
        var of = remembered.GetValueOrDefault(card) ?? new CardGuesses(0, 0, null, draft.Now);
        var counted = of with { Wrong = of.Wrong + 1, Latest = draft.Now };
        if (counted.Wrong >= rules.WrongPins)
        {
            draft.Announce(new BuildingEvent(EventKind.CardLockoutStarted, draft.At)
            {
                Door = attempt.Door.Door,
                Access = access,
                AccessPoint = attempt.Point.AccessPoint,
                Credential = card,
            });
            counted = counted with { Wrong = 0, Lockouts = of.Lockouts + 1, LockedUntil = draft.Now + LockoutPolicy.Length(rules, of.Lockouts) };
        }

        return state with { CardGuesses = remembered.SetItem(card, counted) };
    }

    public static BuildingState RightPin(BuildingState state, CredentialId card) =>
        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        state.CardGuesses.ContainsKey(card) ? state with { CardGuesses = state.CardGuesses.Remove(card) } : state;

    private static ImmutableSortedDictionary<CredentialId, CardGuesses> Remembered(
        ImmutableSortedDictionary<CredentialId, CardGuesses> guesses, CredentialId card, TimeSpan now)
    {
        var kept = guesses.RemoveRange(guesses.Where(one => one.Value.ForgottenAt() <= now).Select(one => one.Key));
        return kept.Count < MostCards || kept.ContainsKey(card) ? kept : kept.Remove(kept.MinBy(one => one.Value.Latest).Key);
    }
}
