namespace Bridge.Simulators.Control;

public sealed record PinEntry(string Digits);
