namespace Bridge.Devices;

/// <summary>Why a line's session ended.</summary>
public abstract record LineEnd
{
    private LineEnd()
    {
    }

    /// <summary>It was asked to.</summary>
    public sealed record Stopped : LineEnd;

    /// <summary>The port or host could not be opened.</summary>
    public sealed record OpenFailed(string Reason) : LineEnd;

    /// <summary>The link broke: unplugged, reset, or silent for the watchdog's limit.</summary>
    public sealed record LinkLost(string Reason) : LineEnd;
}
