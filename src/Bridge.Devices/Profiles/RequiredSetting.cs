namespace Bridge.Devices.Profiles;

/// <summary>A value that the device must hold for its outputs to be trusted; read back at every connection.</summary>
/// <param name="Output">The output it is for; null for all of them.</param>
/// <param name="Apply">We write it when it differs (and read it again).</param>
public sealed record RequiredSetting(
    string Name,
    PointTable Table,
    ushort Address,
    ushort Minimum,
    ushort Maximum,
    string? Output,
    bool Apply,
    string Why)
{
    public bool IsMetBy(ushort value) => value >= Minimum && value <= Maximum;

    public string Expected => Minimum == Maximum ? $"{Minimum}" : $"{Minimum} to {Maximum}";
}
