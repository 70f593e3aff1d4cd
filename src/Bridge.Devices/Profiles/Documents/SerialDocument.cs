using Bridge.Devices.Transport;

namespace Bridge.Devices.Profiles.Documents;

internal sealed record SerialDocument
{
    public required int Baud { get; init; }

    public SerialParity Parity { get; init; } = SerialParity.None;

    public int DataBits { get; init; } = 8;

    public int StopBits { get; init; } = 1;

    public byte Unit { get; init; } = 1;
}
