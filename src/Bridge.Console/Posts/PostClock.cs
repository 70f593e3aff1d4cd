using System.Globalization;

namespace Bridge.Console.Posts;

/// <summary>Times that run, in figures of the same width.</summary>
public static class PostClock
{
    /// <summary>Minutes and seconds; what is over is zero.</summary>
    public static string Show(TimeSpan time)
    {
        var shown = time > TimeSpan.Zero ? time : TimeSpan.Zero;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)shown.TotalMinutes:00}:{shown.Seconds:00}");
    }
}
