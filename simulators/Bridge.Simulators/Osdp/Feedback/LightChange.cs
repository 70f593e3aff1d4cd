namespace Bridge.Simulators.Osdp.Feedback;

/// <summary>A pattern that the host has asked for.</summary>
/// <param name="For">How long a temporary one lasts; zero for without end, null for a permanent one.</param>
public sealed record LightChange(DateTimeOffset At, int Light, LightPattern Pattern, TimeSpan? For);
