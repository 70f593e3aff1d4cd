namespace Bridge.Simulation.Wires;

/// <summary>A pulse that a device has begun because it was told to.</summary>
/// <param name="At">On the building's clock.</param>
internal sealed record ExecutedPulse(string Door, TimeSpan At, TimeSpan For);
