using System.Globalization;

namespace Bridge.Console.Desk;

/// <summary>Short times as a desk reads them: 00:47, 12:05.</summary>
internal static class Clock
{
    public static string Of(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(time < TimeSpan.Zero ? "-" : "")}{(int)Math.Abs(time.TotalMinutes):00}:{Math.Abs(time.Seconds):00}");
}
