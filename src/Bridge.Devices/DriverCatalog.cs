using Bridge.Devices.Doors;
using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices;

/// <summary>The list of drivers: one line each.</summary>
public static class DriverCatalog
{
    private static readonly Dictionary<string, Func<LineDefinition, ProfileCatalog, TimeProvider, IDeviceLine>> Drivers = new()
    {
        ["modbusTcp"] = (line, profiles, time) => DoorLine(line, profiles, time, ModbusFraming.Tcp),
        ["modbusRtu"] = (line, profiles, time) => DoorLine(line, profiles, time, ModbusFraming.Rtu),
        ["modbusRtuOverTcp"] = (line, profiles, time) => DoorLine(line, profiles, time, ModbusFraming.RtuOverTcp),
    };

    public static IReadOnlyList<string> LineKinds => [.. Drivers.Keys];

    /// <summary>What is wrong with a line definition, one sentence each; empty when <see cref="Create"/> will take it.</summary>
    public static IReadOnlyList<string> Check(LineDefinition line, ProfileCatalog profiles) => LineRules.Problems(line, profiles);

    /// <summary>Makes the line; nothing is opened yet.</summary>
    /// <exception cref="ArgumentException">The definition has a problem that <see cref="Check"/> names.</exception>
    public static IDeviceLine Create(LineDefinition line, ProfileCatalog profiles, TimeProvider time) =>
        Check(line, profiles) is [var problem, ..]
            ? throw new ArgumentException(problem, nameof(line))
            : Drivers[line.Kind](line, profiles, time);

    private static ModbusDoorLine DoorLine(LineDefinition line, ProfileCatalog profiles, TimeProvider time, ModbusFraming framing) =>
        new(Setup(line, profiles, framing), time, new SignalWait());

    internal static ModbusLineSetup Setup(LineDefinition line, ProfileCatalog profiles, ModbusFraming framing)
    {
        var timing = (framing, line.Link) switch
        {
            (ModbusFraming.Rtu, LinkDefinition.Serial serial) => ModbusTiming.ForSerial(serial),
            (ModbusFraming.RtuOverTcp, _) => ModbusTiming.RtuOverTcp,
            _ => ModbusTiming.Tcp,
        };

        // A late answer carries its unit's address, so only that unit has to wait it out; its neighbours' doors do not.
        var scope = line.Devices.Count > 1 ? QuarantineScope.Unit : QuarantineScope.Line;
        var units = line.Devices.Select(device => new UnitPlan(device, profiles.Find(device.Profile)!)).ToList();
        return new ModbusLineSetup(line.Line, line.Link, framing, timing with { QuarantineScope = scope, ReadRetries = 0 }, units, ByteLinks.Open);
    }
}
