using System.Globalization;

namespace Bridge.Devices.Modbus.Doctor;

/// <summary>Which time-out to set, from what was measured. A pure function.</summary>
/// <param name="Timeout">Null when there is nothing to go by.</param>
/// <param name="Words">Why, and what else is to be done.</param>
public sealed record TimeoutAdvice(TimeSpan? Timeout, string Words)
{
    /// <summary>Below this the machine's own scheduling decides.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    /// <summary>The most that the site file takes.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Fewer answers say nothing about the one in a hundred that takes long.</summary>
    private const int Enough = 100;

    private const int RareShare = 100;

    /// <summary>Twice what 99 of 100 answers keep, and half as much again as the longest.</summary>
    public static TimeoutAdvice Of(TimeoutFigures figures)
    {
        var times = figures.Thinking;
        if (times.Count == 0)
        {
            return new TimeoutAdvice(null, $"unit {figures.Unit} did not answer once: speed, parity, unit number, or A and B swapped; accessbridge modbus scan finds units");
        }

        var wanted = Longer(times.Quantile(0.99) * 2, times.Longest * 1.5);
        var timeout = wanted > Most ? Most : Longer(RoundUp(wanted), Least);
        return new TimeoutAdvice(timeout, string.Join(" ", Remarks(figures, wanted)));
    }

    private static IEnumerable<string> Remarks(TimeoutFigures figures, TimeSpan wanted)
    {
        var times = figures.Thinking;
        yield return wanted > Most ? $"Its longest answer took {Show(times.Longest)}: no time-out that the site file takes leaves room above that. Mend the unit."
            : times.Longest > times.Median * 5 && times.Longest > Least ? $"Most answers take {Show(times.Median)}, but one took {Show(times.Longest)}: the unit does something else at times, "
                + "and its neighbours wait as long when it is silent."
            : "Long enough for every answer that was seen, and short enough that a dead unit does not hold up its neighbours.";
        if (figures.Unanswered * RareShare > figures.Asked)
        {
            yield return $"{figures.Unanswered} of {figures.Asked} reads stayed without an answer: that is no matter of time. Look at wiring, termination and supply first.";
        }

        if (figures.Broken * RareShare > figures.Asked)
        {
            yield return $"{figures.Broken} of {figures.Asked} answers were broken: reflections, noise, or two units with one number.";
        }

        if (times.Count < Enough)
        {
            yield return $"Only {times.Count} answers were measured: ask more often to see the rare long ones.";
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan RoundUp(TimeSpan span) => Step * Math.Ceiling(span / Step);

    private static string Show(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.0} ms");
}
