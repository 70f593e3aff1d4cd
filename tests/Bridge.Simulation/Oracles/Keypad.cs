using Bridge.Simulation.Residents;

namespace Bridge.Simulation.Oracles;

/// <summary>What the oracle remembers of one reader.</summary>
internal sealed class Keypad
{
    public uint LastNumber { get; set; }

    /// <summary>A good card that waits for its PIN, and until when.</summary>
    public (HeldCredential Card, TimeSpan Until)? Waiting { get; set; }

    public int Wrong { get; set; }

    public int Lockouts { get; set; }

    public TimeSpan LockedUntil { get; set; } = TimeSpan.MinValue;

    public void WrongPin(int limit, TimeSpan first, TimeSpan longest, TimeSpan now)
    {
        Wrong++;
        if (Wrong < limit)
        {
            return;
        }

        var length = first * Math.Pow(2, Lockouts);
        LockedUntil = now + (length < longest ? length : longest);
        Wrong = 0;
        Lockouts++;
    }

    public void Forgive() => (Wrong, Lockouts) = (0, 0);
}
