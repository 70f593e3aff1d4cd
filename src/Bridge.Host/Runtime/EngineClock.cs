using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>
/// Turns the monotonic clock into the engine's time line. It continues where the journal ended, so that a timer that ran before a restart is not
/// earlier than it was; the wall clock is only ever a label.
/// </summary>
/// <param name="lastWall">The latest time that the journal knows of; null when it knows none. A machine without a battery starts in 1970.</param>
public sealed class EngineClock(TimeProvider time, TimeZoneInfo zone, TimeSpan journalEnd, DateTimeOffset? lastWall = null)
{
    /// <summary>A clock that is put right by less than this is not in doubt.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);


    private readonly long origin = time.GetTimestamp();
    private DateTimeOffset? known = lastWall;
    private TimeSpan latest;

    /// <summary>The moment of a device's answer. Two lines may hand over out of order: the time line still never goes back.</summary>
    public Moment At(long timestamp)
    {
        var elapsed = journalEnd + time.GetElapsedTime(origin, timestamp);
        if (elapsed > latest)
        {
            latest = elapsed;
        }

        var wall = time.GetUtcNow() - time.GetElapsedTime(timestamp);
        return new Moment(latest, TimeZoneInfo.ConvertTime(wall, zone))
        {
            NotBefore = known + time.GetElapsedTime(origin, timestamp) is { } notBefore && wall < notBefore - Tolerance
                ? TimeZoneInfo.ConvertTime(notBefore, zone)
                : null,
        };
    }

    /// <summary>From now on the wall clock is believed, whatever the journal says. On the engine's own thread.</summary>
    public void AcceptWall() => known = null;

    /// <summary>The monotonic clock itself, for whoever hands something to the engine.</summary>
    public long Timestamp => time.GetTimestamp();

    /// <summary>The engine's time line now. Safe from any thread.</summary>
    public TimeSpan Elapsed => journalEnd + time.GetElapsedTime(origin);

    public Moment Now() => At(time.GetTimestamp());

    /// <summary>Time left until a moment on the engine's time line. Safe from any thread.</summary>
    public TimeSpan Until(Moment deadline) => deadline.Elapsed - Elapsed;
}
