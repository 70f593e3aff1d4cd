namespace Bridge.Console.Desk.Queue;

/// <summary>How long each kind of row may wait. They are the site's, and the server's own limits decide; what is here is the procedure's.</summary>
public sealed record DeskLimits
{
    /// <summary>A call is answered within this time: three rings.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A case that nobody touches ends.</summary>
    public TimeSpan Case { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Nobody of the patrol has taken it: the team lead and the control room are told.</summary>
    public TimeSpan Taken { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The way from the gate.</summary>
    public TimeSpan Comes { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>A record that is not complete is late.</summary>
    public TimeSpan Record { get; init; } = TimeSpan.FromMinutes(2);
}
