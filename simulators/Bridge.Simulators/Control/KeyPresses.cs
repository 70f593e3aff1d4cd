namespace Bridge.Simulators.Control;

/// <summary>Keys as they are pressed: 0 to 9, * and #, and letters for what else the keypad has.</summary>
public sealed record KeyPresses(string Keys);
