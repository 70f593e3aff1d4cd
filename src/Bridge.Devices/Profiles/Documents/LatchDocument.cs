namespace Bridge.Devices.Profiles.Documents;

internal sealed record LatchDocument
{
    public required ushort Address { get; init; }

    public ushort Step { get; init; } = 1;

    public ushort ClearValue { get; init; }
}
