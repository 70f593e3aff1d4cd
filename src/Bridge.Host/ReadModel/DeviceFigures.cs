using Bridge.Devices.Doors;
using Bridge.Devices.Osdp;
using Bridge.Host.Runtime;

namespace Bridge.Host.ReadModel;

/// <summary>What was counted of every reader and every unit, taken at the moment of the question.</summary>
public sealed class DeviceFigures(LineSupervision lines, TimeProvider time)
{
    public SiteFigures Current => new(time.GetElapsedTime(0), [.. lines.Supervisors.Select(Of)]);

    private static LineFigures Of(LineSupervisor supervisor) => new(supervisor.Line.Line, !supervisor.Down, supervisor.Line.Statistics)
    {
        Readers = supervisor.Line is OsdpLine osdp ? osdp.Peripherals : [],
        Units = supervisor.Line is ModbusDoorLine modbus ? modbus.Units : [],
    };
}
