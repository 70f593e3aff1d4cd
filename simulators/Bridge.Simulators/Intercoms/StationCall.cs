namespace Bridge.Simulators.Intercoms;

/// <summary>A call from a panel to a unit.</summary>
public sealed record StationCall(string Panel, string Unit, int Number);
