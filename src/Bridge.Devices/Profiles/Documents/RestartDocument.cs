namespace Bridge.Devices.Profiles.Documents;

internal sealed record RestartDocument
{
    public required RestartSignKind Kind { get; init; }

    public required PointTable Table { get; init; }

    public required ushort Address { get; init; }

    public int Registers { get; init; } = 1;

    public bool LowWordFirst { get; init; }
}
