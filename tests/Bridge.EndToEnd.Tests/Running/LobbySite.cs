using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>The six doors with a desk at the two lobby doors, and another tower's desk at the garage: a serial intercom at the one, an old one of which only contacts can be had at the other.</summary>
internal static class LobbySite
{
    /// <summary>The serial intercom in the simulated building, and its panel there.</summary>
    public const string Station = "call-station";
    public const string StationPanel = "P1";

    /// <summary>The intercom of contacts in the simulated building; it has one panel.</summary>
    public const string Bell = "old-bell";

    /// <summary>The same panels as the site file calls them.</summary>
    public const string Front = "front";
    public const string Rear = "rear";

    public static WorldPlan Plan { get; } = SixDoors.Plan with
    {
        Lines =
        [
            .. SixDoors.Plan.Lines.Select(line => line.Id == "lobby" ? line with { Devices = [.. line.Devices, new DevicePlan("call-io", 6, DeviceModel.Waveshare)] } : line),
            new LinePlan("calls", LineKind.IntercomPty, [new DevicePlan(Station, 1, DeviceModel.SerialIntercom)]),
        ],
        Intercoms = [new ContactIntercomPlan(Bell, "call-io.input1", "call-io.input2", "call-io.input3", "call-io.input4", new Dictionary<string, ButtonPlan> { ["0602"] = new("call-io.input5") })],
    };

    /// <summary>The site file of the six doors with the desk in it; {callsLine} is filled in with the others.</summary>
    public static string In(string site) => With(site, StationDevice + ContactDevice, Sections)
        .Replace("\"tower\": {towerLine}", "\"tower\": {towerLine},\n    \"calls\": {callsLine}", StringComparison.Ordinal);

    public static string With(string site, string devices, string sections) => site
        .Replace("\"lobby-main-lock\": {", devices + "\"lobby-main-lock\": {", StringComparison.Ordinal)
        .Replace("  \"mqtt\": {", sections + "  \"mqtt\": {", StringComparison.Ordinal);

    public static string Line(string address) => Path.IsPathRooted(address)
        ? $$"""{ "kind": "intercomSerial", "serialPort": "{{address}}" }"""
        : $$"""{ "kind": "intercomTcp", "host": "127.0.0.1", "port": {{address[(address.LastIndexOf(':') + 1)..]}} }""";

    private const string StationDevice = "\"call-station\": { \"line\": \"calls\" },\n    ";

    public const string ContactDevice = """
        "call-io": { "line": "lobby", "unit": 6, "profile": "waveshare-relay-8-di", "poll": "50 ms" },

        """ + "    ";

    private const string Sections = """
          "intercoms": {
            "front": { "door": "lobby-main", "station": "call-station.P1" },
            "rear": {
              "door": "lobby-back",
              "call": { "point": "call-io.input1", "onMeans": "ringing" }, "hook": { "point": "call-io.input2", "onMeans": "lifted" },
              "unlock": { "point": "call-io.input3", "onMeans": "pressed" }, "tamper": { "point": "call-io.input4", "onMeans": "tampered" },
              "buttons": { "0602": { "call": { "point": "call-io.input5", "onMeans": "ringing" } } }
            }
          },
          "admission": { "ring": "10 s" },
          "lobbies": {
            "a": { "name": { "zh": "A座大堂", "en": "Lobby A" }, "doors": ["lobby-main", "lobby-back"], "patrol": ["handset-1", "handset-2"] },
            "b": { "name": { "zh": "B座大堂", "en": "Lobby B" }, "doors": ["garage"], "patrol": ["handset-9"] }
          },

        """;
}
