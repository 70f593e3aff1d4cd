using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridge.Host.Configuration.Reading;

/// <summary>Durations as people write them: 250 ms, 5 s, 1.5 min, 2 h.</summary>
internal static partial class DurationText
{
    public static TimeSpan? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var unit = match.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "min" => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerHour,
        };
        return TimeSpan.FromTicks((long)(number * unit));
    }

    public static string Show(TimeSpan time)
    {
        var (number, unit) = time switch
        {
            { TotalSeconds: < 1, Ticks: > 0 } => (time.TotalMilliseconds, "ms"),
            { TotalMinutes: < 2 } => (time.TotalSeconds, "s"),
            { TotalHours: < 2 } => (time.TotalMinutes, "min"),
            _ => (time.TotalHours, "h"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{number:0.###} {unit}");
    }

    // Six digits before the point keep every unit far from overflowing a TimeSpan.
    [GeneratedRegex(@"\A(?<number>[0-9]{1,6}(\.[0-9]{1,3})?) ?(?<unit>ms|s|min|h)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
