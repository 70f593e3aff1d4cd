namespace Bridge.Simulators.Osdp.Feedback;

/// <summary>A light that changes between two colours.</summary>
public sealed record LightPattern(TimeSpan On, TimeSpan Off, LightColour OnColour, LightColour OffColour)
{
    public static LightPattern Dark { get; } = new(TimeSpan.FromMilliseconds(100), TimeSpan.Zero, LightColour.Off, LightColour.Off);

    /// <summary>The colour so long after the pattern began.</summary>
    public LightColour At(TimeSpan since) => since.Ticks % (On + Off).Ticks < On.Ticks ? OnColour : OffColour;
}
