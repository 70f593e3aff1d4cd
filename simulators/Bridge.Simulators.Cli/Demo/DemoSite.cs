using System.Globalization;
using System.Text;
using Bridge.Simulators.Building;
using Bridge.Simulators.Cli.Demo.Admission;
using Bridge.Simulators.People;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>Writes the demo's site file and register into a folder, as an integrator would have.</summary>
internal sealed record DemoSite(string Directory, int HttpPort, int MqttPort)
{
    public string SiteFile => Path.Combine(Directory, "site.json");

    public string Residents => Path.Combine(Directory, "residents.csv");

    /// <summary>Where the product writes the users that it makes for the demo.</summary>
    public string Users => Path.Combine(Directory, "users.json");

    /// <summary>Where the product takes the operator's orders: its data directory's own socket.</summary>
    public string ControlSocket => Path.Combine(Directory, "data", "control.sock");

    /// <param name="times">Door times: real ones for a person to watch, short ones for a fast run.</param>
    public void Write(World world, DemoTimes times, DemoKeys keys)
    {
        System.IO.Directory.CreateDirectory(Directory);
        keys.Write(Path.Combine(Directory, "data", "secrets"));
        using var template = typeof(DemoSite).Assembly.GetManifestResourceStream("demo-site.json")
            ?? throw new InvalidOperationException("The demo's site file is not in the assembly.");
        using var reader = new StreamReader(template, Encoding.UTF8);
        var text = reader.ReadToEnd()
            .Replace("{lobbyPort}", PortOf(world.Lines["lobby"].Address), StringComparison.Ordinal)
            .Replace("{towerLine}", TowerLine(world.Lines["tower"].Address), StringComparison.Ordinal)
            .Replace("{readersLine}", ReadersLine(world.Lines["readers"].Address), StringComparison.Ordinal)
            .Replace("{callsLine}", CallsLine(world.Lines["calls"].Address), StringComparison.Ordinal)
            .Replace("{ring}", times.Ring, StringComparison.Ordinal)
            .Replace("{httpPort}", HttpPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{mqttPort}", MqttPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{times}", times.ToJson(), StringComparison.Ordinal);
        File.WriteAllText(SiteFile, text);
        File.WriteAllText(Residents, Csv());
        foreach (var (list, csv) in DemoRegister.Lists(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Shanghai")))
        {
            File.WriteAllText(ListFile(list), csv);
        }
    }

    /// <summary>One of the residents' register's lists.</summary>
    public string ListFile(string list) => Path.Combine(Directory, $"{list}.csv");

    private static string PortOf(string address) => address[(address.LastIndexOf(':') + 1)..];

    // Windows has no pseudo-terminals: there the second line is RTU over TCP.
    private static string TowerLine(string address) => Path.IsPathRooted(address)
        ? $$"""{ "kind": "modbusRtu", "serialPort": "{{address}}", "baud": 115200 }"""
        : $$"""{ "kind": "modbusRtuOverTcp", "host": "127.0.0.1", "port": {{PortOf(address)}} }""";

    private static string ReadersLine(string address) => Path.IsPathRooted(address)
        ? $$"""{ "kind": "osdp", "serialPort": "{{address}}", "baud": 38400 }"""
        : $$"""{ "kind": "osdpTcp", "host": "127.0.0.1", "port": {{PortOf(address)}} }""";

    private static string CallsLine(string address) => Path.IsPathRooted(address)
        ? $$"""{ "kind": "intercomSerial", "serialPort": "{{address}}" }"""
        : $$"""{ "kind": "intercomTcp", "host": "127.0.0.1", "port": {{PortOf(address)}} }""";

    private static string Csv()
    {
        var csv = new StringBuilder("holder,name,unit,kind,card,pin,access_levels,disabled,valid_until\n");
        foreach (var resident in Morning.Residents.Where(resident => resident.Standing != Standing.Unknown))
        {
            var holder = resident.Name.ToLowerInvariant().Replace(' ', '-');
            var level = resident.Doors.Contains("roof") ? "everywhere" : "not-the-roof";
            var disabled = resident.Standing == Standing.Disabled ? "lost" : "";
            var until = resident.Standing == Standing.Expired ? "2020-12-31" : "";
            csv.Append(CultureInfo.InvariantCulture,
                $"{holder},{resident.Name},{resident.Unit},resident,26:{resident.Facility}/{resident.Number},{resident.Pin},{level},{disabled},{until}\n");
        }

        return csv.ToString();
    }
}
