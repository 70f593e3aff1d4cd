namespace Bridge.Policy;

/// <summary>
/// When something happened. <paramref name="Elapsed"/> is the engine's own time line: it never goes back, continues over a restart and is what
/// every timer runs on. <paramref name="Wall"/> is the label people read, in the site's time zone;
/// only schedules and validity dates look at it, by way of <see cref="Judged"/>.
/// </summary>
public readonly record struct Moment(TimeSpan Elapsed, DateTimeOffset Wall)
{
    /// <summary>
    /// Set while the clock is in doubt: it says a time that is known to be over. It is later than this, and nobody knows by how much.
    /// </summary>
    public DateTimeOffset? NotBefore { get; init; }

    public bool IsInDoubt() => NotBefore is not null;

    /// <summary>The time that schedules and validity dates are judged by: a clock that lost its time must not bring back what has expired.</summary>
    public DateTimeOffset Judged() => NotBefore > Wall ? NotBefore.Value : Wall;

    public Moment Plus(TimeSpan time) => this with { Elapsed = Elapsed + time, Wall = Wall + time };
}
