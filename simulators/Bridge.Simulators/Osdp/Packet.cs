namespace Bridge.Simulators.Osdp;

/// <summary>A reply on its way to the line.</summary>
/// <param name="Parts">Its bytes, each part so long after the reader would have begun to answer.</param>
public sealed record Packet(IReadOnlyList<Disturbances.DelayedPart> Parts)
{
    /// <summary>Silence.</summary>
    public static Packet None { get; } = new([]);

    /// <summary>What the reader does when the last byte has left: whoever sends has to call it.</summary>
    public Action? AfterSent { get; init; }
}
