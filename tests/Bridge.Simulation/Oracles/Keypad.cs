using Bridge.Simulation.Residents;
using Bridge.Simulation.Sites;

namespace Bridge.Simulation.Oracles;

/// <summary>What the oracle remembers of one reader.</summary>
internal sealed class Keypad
{
    // Within it wrong PINs add up and lock-outs double.
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(10);

    private readonly List<TimeSpan> wrong = [];
    private TimeSpan? lastLockoutEnds;
    private int lockouts;

    public uint LastNumber { get; set; }

    /// <summary>A good card that waits for its PIN, and until when.</summary>
    public (HeldCredential Card, TimeSpan Until)? Waiting { get; set; }

    public TimeSpan LockedUntil { get; private set; } = TimeSpan.MinValue;

    public void WrongPin(SitePlan plan, TimeSpan now)
    {
        wrong.RemoveAll(at => now - at >= Together);
        wrong.Add(now);
        if (wrong.Count < plan.WrongPins)
        {
            return;
        }

        lockouts = now - lastLockoutEnds < Together ? lockouts + 1 : 1;
        LockedUntil = now + plan.Lockout(lockouts);
        lastLockoutEnds = LockedUntil;
        wrong.Clear();
    }

    /// <summary>An operator lifts the lock-out. A PIN, even the right one, does not.</summary>
    public void Forgive()
    {
        wrong.Clear();
        (lockouts, lastLockoutEnds, LockedUntil) = (0, null, TimeSpan.MinValue);
    }
}
