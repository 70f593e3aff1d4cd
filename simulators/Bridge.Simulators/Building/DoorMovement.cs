namespace Bridge.Simulators.Building;

/// <summary>A leaf that moved, and whether somebody used force.</summary>
public sealed record DoorMovement(string Door, DateTimeOffset At, bool IsOpen, bool Forced);
