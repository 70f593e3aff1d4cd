namespace Bridge.Simulators.Control;

/// <summary>A card: its bits as 0 and 1, or facility and number of a Wiegand 26 one.</summary>
public sealed record CardPresentation(string? Bits, int? Facility, int? Number);
