namespace Bridge.Devices.Doctor;

/// <summary>How a sweep or a measurement ended.</summary>
public abstract record SweepEnd
{
    private SweepEnd()
    {
    }

    public sealed record Done : SweepEnd;

    /// <summary>It was called off; what was found before stands.</summary>
    public sealed record Stopped : SweepEnd;

    /// <param name="Reason">One sentence for an installer.</param>
    /// <param name="IsInUse">Another program has the port open.</param>
    public sealed record OpenFailed(string Reason, bool IsInUse) : SweepEnd;

    /// <summary>The port was unplugged or the connection closed.</summary>
    public sealed record LinkLost : SweepEnd;
}
