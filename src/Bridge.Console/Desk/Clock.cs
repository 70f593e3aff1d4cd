using System.Globalization;

namespace Bridge.Console.Desk;

/// <summary>Short times as a desk reads them, never negative: 00:47, 12:05.</summary>
internal static class Clock
{
    public static string Of(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes:00}:{time.Seconds:00}");
}
