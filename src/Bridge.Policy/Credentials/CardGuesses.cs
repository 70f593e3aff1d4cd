namespace Bridge.Policy.Credentials;

/// <summary>The wrong PINs that were entered after one card, at whatever keypad.</summary>
/// <param name="Wrong">Since its own PIN was last right, or since its last lock-out.</param>
/// <param name="Lockouts">Each doubles the next.</param>
/// <param name="LockedUntil">No PIN is taken for the card before this moment; null while there is no lock-out.</param>
/// <param name="Latest">The last wrong one.</param>
public sealed record CardGuesses(int Wrong, int Lockouts, TimeSpan? LockedUntil, TimeSpan Latest)
{
    /// <summary>From this moment on nothing of it is remembered.</summary>
    public TimeSpan ForgottenAt() => (LockedUntil > Latest ? LockedUntil.Value : Latest) + PolicyTimes.CardGuessMemory;
}
