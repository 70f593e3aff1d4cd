namespace Bridge.Devices.Profiles.Documents;

internal sealed record WindowDocument
{
    public required ushort Address { get; init; }

    public required int Registers { get; init; }

    public required int SequenceOffset { get; init; }

    public required int KindOffset { get; init; }

    public required int LengthOffset { get; init; }

    public required int AgeOffset { get; init; }

    public required int DataOffset { get; init; }

    public required ushort CardKind { get; init; }

    public required ushort PinKind { get; init; }

    public required int AgeUnitMilliseconds { get; init; }

    public ushort AgeUnknown { get; init; } = ushort.MaxValue;
}
