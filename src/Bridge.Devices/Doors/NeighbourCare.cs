namespace Bridge.Devices.Doors;

/// <summary>
/// Keeps a unit that answers far more slowly than its neighbours from taking their time: it is polled more rarely, so that the line waits for it less
/// than one hundredth of the time, as far as what it carries allows such pauses. Where all units are equally slow nobody is held back.
/// </summary>
internal sealed class NeighbourCare(IReadOnlyList<UnitSession> units)
{
    private const int ShareOfLine = 150;
    private const int TimesSlowerThanOthers = 4;

    /// <summary>One slow answer may be the host's own hiccup.</summary>
    private const int PollsUntilSlow = 2;

    /// <summary>What one card in a hundred may wait longer because of a slow neighbour; a wait that nobody would notice.</summary>
    private static readonly TimeSpan Borne = TimeSpan.FromMilliseconds(50);

    /// <summary>With such pauses fewer than one card in a hundred meets the part of a wait beyond <see cref="Borne"/>.</summary>
    private const int PausesPerWait = 120;

    /// <summary>Beyond it no pause is short enough for a contact and long enough for the neighbours.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan RarestFirePoll = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan SoonestContactPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RarestPoll = TimeSpan.FromSeconds(30);

    private readonly Dictionary<UnitSession, int> _slowPolls = [];
    private readonly TimeSpan[] _others = new TimeSpan[Math.Max(0, units.Count - 1)];

    public void After(UnitSession unit, TimeSpan now)
    {
        if (units.Count < 2 || unit.Pace.IsOffline)
        {
            return;
        }

        var slow = unit.Longest > Borne && unit.Longest > TypicalOfOthers(unit) * TimesSlowerThanOthers;
        var streak = slow ? _slowPolls.GetValueOrDefault(unit) + 1 : 0;
        _slowPolls[unit] = streak;
        if (streak >= PollsUntilSlow)
        {
            var longest = LongestPause(unit);
            var pause = unit.Cost * ShareOfLine < longest ? unit.Cost * ShareOfLine : longest;
            unit.Pace.NotBefore(now + pause);
            if (unit.SettlesAt is { } settles)
            {
                // At most one more poll for a change: what has been seen is not to wait a whole pause until it counts.
                unit.Pace.NotAfter(settles);
            }

            if (streak == PollsUntilSlow)
            {
                // There is no sensor for this but the line itself, and a door that is looked at so rarely must be known of.
                unit.RemarkSlow(pause);
            }
        }
    }

    /// <summary>
    /// The building waits a second for a fire release, whatever that costs the cards at the other doors. A forced door is told as soon as the cards at
    /// the others allow: after a second behind an answer of 58 ms, after 3.6 s behind one of 80 ms. The remark says so.
    /// </summary>
    private static TimeSpan LongestPause(UnitSession unit)
    {
        if (unit.Plan.CarriesFire)
        {
            return RarestFirePoll;
        }

        if (!unit.Plan.CarriesContact || unit.Longest > ShortWait)
        {
            return RarestPoll;
        }

        var borne = (unit.Longest - Borne) * PausesPerWait;
        return borne > SoonestContactPoll ? borne : SoonestContactPoll;
    }

    private TimeSpan TypicalOfOthers(UnitSession unit)
    {
        var count = 0;
        foreach (var other in units)
        {
            if (other != unit)
            {
                _others[count++] = other.Longest;
            }
        }

        Array.Sort(_others);
        return _others[count / 2];
    }
}
