using Bridge.Devices;
using Bridge.Devices.Osdp;

namespace Bridge.Host.ReadModel;

/// <summary>One line: OSDP lines have readers, Modbus lines have units.</summary>
public sealed record LineFigures(LineId Line, bool IsUp, LineStatistics Statistics)
{
    public IReadOnlyList<PeripheralSnapshot> Readers { get; init; } = [];

    public IReadOnlyList<UnitSnapshot> Units { get; init; } = [];
}
