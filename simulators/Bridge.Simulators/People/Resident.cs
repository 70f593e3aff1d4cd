namespace Bridge.Simulators.People;

/// <summary>Somebody with a Wiegand 26 card and perhaps a PIN, and the doors they may pass.</summary>
public sealed record Resident(string Name, string Unit, int Facility, int Number, string Pin, Standing Standing, IReadOnlyList<string> Doors)
{
    public string CardBits => Wiegand26.Bits(Facility, Number);
}
