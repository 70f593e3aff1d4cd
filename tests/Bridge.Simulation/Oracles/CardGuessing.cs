using Bridge.Simulation.Sites;

namespace Bridge.Simulation.Oracles;

/// <summary>What the oracle remembers of the wrong PINs after one card, at whatever keypad.</summary>
internal sealed class CardGuessing
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private TimeSpan latest = TimeSpan.MinValue;
    private int wrong;
    private int lockouts;

    public TimeSpan LockedUntil { get; private set; } = TimeSpan.MinValue;

    public void WrongPin(SitePlan plan, TimeSpan now)
    {
        if (latest != TimeSpan.MinValue && now - (LockedUntil > latest ? LockedUntil : latest) >= Memory)
        {
            RightPin();
        }

        latest = now;
        if (++wrong >= plan.WrongPins)
        {
            wrong = 0;
            LockedUntil = now + plan.Lockout(++lockouts);
        }
    }

    public void RightPin() => (wrong, lockouts, LockedUntil) = (0, 0, TimeSpan.MinValue);
}
