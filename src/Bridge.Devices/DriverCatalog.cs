using System.Security.Cryptography;
using Bridge.Devices.Doors;
using Bridge.Devices.Intercoms;
using Bridge.Devices.Intercoms.Serial;
using Bridge.Devices.Modbus;
using Bridge.Devices.Osdp;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;

namespace Bridge.Devices;

/// <summary>The list of drivers: one line each.</summary>
public static class DriverCatalog
{
    private static readonly Dictionary<string, LineDriver> Drivers = new()
    {
        ["modbusTcp"] = Modbus(isSerial: false, ModbusFraming.Tcp),
        ["modbusRtu"] = Modbus(isSerial: true, ModbusFraming.Rtu),
        ["modbusRtuOverTcp"] = Modbus(isSerial: false, ModbusFraming.RtuOverTcp),
        ["osdp"] = Osdp(isSerial: true),
        ["osdpTcp"] = Osdp(isSerial: false),
        ["intercomSerial"] = Intercom(isSerial: true),
        ["intercomTcp"] = Intercom(isSerial: false),
    };

    public static IReadOnlyList<string> LineKinds => [.. Drivers.Keys];

    /// <summary>A line of this kind needs a serial port; otherwise a TCP host and port. False for a kind that is none.</summary>
    public static bool IsSerial(string kind) => Drivers.TryGetValue(kind, out var driver) && driver.IsSerial;

    /// <summary>What is wrong with a line definition, one sentence each; empty when <see cref="Create"/> will take it.</summary>
    public static IReadOnlyList<string> Check(LineDefinition line, ProfileCatalog profiles) =>
        Drivers.TryGetValue(line.Kind, out var driver)
            ? [.. LineRules.Problems(line, driver.IsSerial), .. driver.Problems(line, profiles)]
            : [$"line {line.Line}: no driver is named '{line.Kind}'; there are {string.Join(", ", LineKinds)}"];

    /// <summary>Makes the line; nothing is opened yet.</summary>
    /// <exception cref="ArgumentException">The definition has a problem that <see cref="Check"/> names.</exception>
    public static IDeviceLine Create(LineDefinition line, ProfileCatalog profiles, TimeProvider time) =>
        Check(line, profiles) is [var problem, ..]
            ? throw new ArgumentException(problem, nameof(line))
            : Drivers[line.Kind].Create(line, profiles, time);

    private static LineDriver Modbus(bool isSerial, ModbusFraming framing) => new(
        isSerial,
        ModbusLineRules.Problems,
        (line, profiles, time) => new ModbusDoorLine(Setup(line, profiles, framing), time, new SignalWait()));

    private static LineDriver Osdp(bool isSerial) => new(
        isSerial,
        (line, _) => OsdpLineRules.Problems(line),
        (line, _, time) => new OsdpLine(OsdpSetup(line), time, new SignalWait()));

    private static LineDriver Intercom(bool isSerial) => new(
        isSerial,
        (line, _) => SerialLineRules.Problems(line),
        (line, _, time) => new SerialIntercomLine(new SerialLineSetup(line.Line, line.Link, line.Devices[0], ByteLinks.Open), time));

    internal static OsdpLineSetup OsdpSetup(LineDefinition line) => new(
        line.Line, line.Link, [.. line.Devices.Select(device => new PeripheralPlan(device))], ByteLinks.Open, RandomNumberGenerator.Fill);

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
