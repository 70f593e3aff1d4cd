using Bridge.Devices.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Doors;

/// <summary>What a line is made of; tests give their own way to open it.</summary>
internal sealed record ModbusLineSetup(
    LineId Line,
    LinkDefinition Link,
    ModbusFraming Framing,
    ModbusTiming Timing,
    IReadOnlyList<UnitPlan> Units,
    Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> Open)
{
    /// <summary>On a line with several units patience with one is paid by the others.</summary>
    private static readonly TimeSpan MostPatienceAmongNeighbours = TimeSpan.FromMilliseconds(300);

    public UnitPace Pace(UnitPlan unit)
    {
        var patience = Units.Count > 1 && Timing.ResponseTimeout > MostPatienceAmongNeighbours ? MostPatienceAmongNeighbours : Timing.ResponseTimeout;
        return new UnitPace(unit.Definition.PollInterval, unit.Definition.ResponseTimeout ?? patience, Timing.LateReplyWindow);
    }
}
