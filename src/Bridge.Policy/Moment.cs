namespace Bridge.Policy;

/// <summary>
/// When something happened. <paramref name="Elapsed"/> is the engine's own time line: it never goes back, continues over a restart and is what
/// every timer runs on. <paramref name="Wall"/> is the label people read, in the site's time zone; only schedules and validity dates look at it.
/// </summary>
public readonly record struct Moment(TimeSpan Elapsed, DateTimeOffset Wall)
{
    public Moment Plus(TimeSpan time) => new(Elapsed + time, Wall + time);
}
