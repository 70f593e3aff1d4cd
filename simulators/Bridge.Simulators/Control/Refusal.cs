namespace Bridge.Simulators.Control;

/// <summary>Why a button could not be pressed.</summary>
public sealed record Refusal(string Error);
