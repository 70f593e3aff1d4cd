namespace Bridge.Devices.Doctor;

/// <summary>Times that were measured, in order of length.</summary>
public sealed class AnswerTimes(IEnumerable<TimeSpan> times)
{
    private readonly TimeSpan[] _sorted = [.. times.Order()];

    public static AnswerTimes None { get; } = new([]);

    public int Count => _sorted.Length;

    public TimeSpan Shortest => Count == 0 ? TimeSpan.Zero : _sorted[0];

    public TimeSpan Longest => Count == 0 ? TimeSpan.Zero : _sorted[^1];

    public TimeSpan Median => Quantile(0.5);

    /// <summary>The time that at least <paramref name="share"/> of the answers kept; zero without any.</summary>
    /// <param name="share">0 to 1.</param>
    public TimeSpan Quantile(double share) => Count == 0 ? TimeSpan.Zero : _sorted[Math.Clamp((int)Math.Ceiling(share * Count) - 1, 0, Count - 1)];
}
