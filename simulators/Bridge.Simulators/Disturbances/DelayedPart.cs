namespace Bridge.Simulators.Disturbances;

/// <summary>Bytes, and how long after the request they go out.</summary>
public readonly record struct DelayedPart(TimeSpan After, byte[] Bytes);
