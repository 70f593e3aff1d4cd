using System.Globalization;

namespace Bridge.Console.Posts;

/// <summary>Times that run, in figures of the same width.</summary>
public static class PostClock
{
    /// <summary>What is left, in full seconds that have begun: at zero it is over.</summary>
    public static int Seconds(TimeSpan left) => Math.Max(0, (int)Math.Ceiling(left.TotalSeconds));

    /// <summary>What is left, like <see cref="Seconds"/>.</summary>
    public static string Left(TimeSpan left) => Show(TimeSpan.FromSeconds(Seconds(left)));

    /// <summary>Minutes and seconds, and hours where there are any; what is over is zero.</summary>
    public static string Show(TimeSpan time)
    {
        var shown = time > TimeSpan.Zero ? time : TimeSpan.Zero;
        return shown.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{shown.Minutes:00}:{shown.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)shown.TotalHours}:{shown.Minutes:00}:{shown.Seconds:00}");
    }
}
