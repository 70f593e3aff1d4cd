namespace Bridge.Simulators.Building;

/// <summary>A plan that cannot be built; the message is for whoever wrote it.</summary>
public sealed class InvalidWorldException(string message) : Exception(message);
