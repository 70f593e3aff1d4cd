using System.Globalization;
using System.Text;
using Bridge.Simulators.People;

namespace Bridge.Benchmarks.Sites;

/// <summary>A building of keypad locks, one to a door, written as an integrator would write it, in a folder of its own that goes with the run.</summary>
/// <param name="Lines">By name: the line's own JSON, and how many doors are on it.</param>
internal sealed record BenchmarkSite(IReadOnlyDictionary<string, (string Json, int Doors)> Lines, int HttpPort, int MqttPort) : IDisposable
{
    public const string Name = "benchmark";
    public const string AccessLevel = "everywhere";
    public const int Facility = 7;

    public string Folder { get; } = Directory.CreateTempSubdirectory("accessbridge-benchmark-").FullName;

    public string SiteFile => Path.Combine(Folder, "site.json");

    public string Residents => Path.Combine(Folder, "residents.csv");

    /// <summary>Where nothing is opened: the lines' addresses are of no interest.</summary>
    public static BenchmarkSite Unopened(int doors)
    {
        const int unitsOnALine = 200;
        var lines = Enumerable.Range(0, (doors + unitsOnALine - 1) / unitsOnALine).ToDictionary(
            line => $"line{line}",
            line => ($$"""{ "kind": "modbusTcp", "host": "127.0.0.1", "port": {{line + 10_000}} }""", Math.Min(unitsOnALine, doors - (line * unitsOnALine))));
        return new BenchmarkSite(lines, HttpPort: 8480, MqttPort: 1883);
    }

    public static string Device(string line, int unit) => $"{line}-unit{unit}";

    public static string Door(string line, int unit) => $"{line}-door{unit}";

    /// <param name="cards">How many residents with a card each; card n is facility 7, number n, from 1.</param>
    /// <param name="poll">As in the site file: <c>50 ms</c>.</param>
    public void Write(int cards, string poll)
    {
        var places = Lines.SelectMany(line => Enumerable.Range(1, line.Value.Doors).Select(unit => (Line: line.Key, Unit: unit))).ToList();
        File.WriteAllText(SiteFile, $$"""
            {
              "site": "{{Name}}", "timeZone": "UTC", "dataDirectory": "data",
              "lines": { {{string.Join(",\n", Lines.Select(line => $"\"{line.Key}\": {line.Value.Json}"))}} },
              "devices": { {{string.Join(",\n", places.Select(place => DeviceJson(place.Line, place.Unit, poll)))}} },
              "accessLevels": { "{{AccessLevel}}": { "doors": "all", "schedule": "always" } },
              "doors": { {{string.Join(",\n", places.Select(place => DoorJson(place.Line, place.Unit)))}} },
              "mqtt": { "broker": "embedded", "port": {{MqttPort}} },
              "http": { "listen": "127.0.0.1:{{HttpPort}}" },
              "logging": { "level": "warning" }
            }
            """);
        var residents = new StringBuilder("holder,name,unit,kind,card,pin,access_levels,disabled,valid_until\n");
        for (var card = 1; card <= cards; card++)
        {
            residents.Append(CultureInfo.InvariantCulture, $"holder-{card},Resident {card},{card},resident,26:{Facility}/{card},,{AccessLevel},,\n");
        }

        File.WriteAllText(Residents, residents.ToString());
    }

    /// <summary>Card n as the reader sees it: 0 and 1, most significant first.</summary>
    public static string CardBits(int card) => Wiegand26.Bits(Facility + (card / 65536), card % 65536);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string DeviceJson(string line, int unit, string poll) =>
        $$"""  "{{Device(line, unit)}}": { "line": "{{line}}", "unit": {{unit}}, "profile": "generic-keypad-lock", "poll": "{{poll}}" }""";

    private static string DoorJson(string line, int unit)
    {
        var device = Device(line, unit);
        return $$"""
              "{{Door(line, unit)}}": {
                "name": { "zh": "门", "en": "Door" },
                "lock": "{{device}}.lock", "lockSensor": "{{device}}.bolt", "contact": "{{device}}.contact",
                "releaseTime": "1 s", "entryWindow": "2 s",
                "readers": { "outside": { "source": "{{device}}.reader", "authentication": "card" } }
              }
            """;
    }
}
