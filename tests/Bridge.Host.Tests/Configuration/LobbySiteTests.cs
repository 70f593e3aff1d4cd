using System.Reflection;
using System.Text;
using System.Text.Json;
using Bridge.Console.Desk;
using Bridge.Host.Configuration;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Tests.Configuration;

/// <summary>Lobbies and the admission procedure in the site file.</summary>
public sealed class LobbySiteTests
{
    private const string Site = """
        {
          "site": "harbour-tower", "timeZone": "Asia/Hong_Kong", "dataDirectory": "data",
          "lines": {
            "calls": { "kind": "intercomSerial", "serialPort": "/dev/ttyS7" }, "relays": { "kind": "modbusTcp", "host": "192.0.2.1" }
          },
          "devices": {
            "station": { "line": "calls" }, "board": { "line": "relays", "unit": 1, "profile": "waveshare-relay-8-di" }
          },
          "doors": {
            "main": { "lock": "board.relay1", "contact": { "point": "board.input1", "onMeans": "open" } },
            "side": { "lock": "board.relay2", "contact": { "point": "board.input2", "onMeans": "open" } },
            "yard": { "lock": "board.relay3", "contact": { "point": "board.input3", "onMeans": "open" } }
          },
          "intercoms": {
            "front": { "door": "main", "station": "station.P1" },
            "old": { "door": "side", "call": { "point": "board.input4", "onMeans": "ringing" } },
            "gate": { "door": "yard", "station": "station.P2" }
          },
          "fireInputs": { "panel": { "point": "board.input8", "onMeans": "normal" } },
          "lobbies": {
            "a": { "name": { "zh": "A座大堂" }, "doors": ["main", "side"], "patrol": ["handset-2", "handset-1"] }
          },
          "admission": { },
          "mqtt": { "broker": "embedded", "port": 1883 }, "http": { "listen": "127.0.0.1:8480" }
        }
        """;

    /// <summary>Every key of the section, a value that is not the usual one, and the property that it becomes.</summary>
    public static TheoryData<string, string, string, object> Values => new()
    {
        { "ring", "\"10 s\"", nameof(AdmissionTimes.Ring), TimeSpan.FromSeconds(10) },
        { "consent", "\"5 min\"", nameof(AdmissionTimes.Consent), TimeSpan.FromMinutes(5) },
        { "recognition", "\"2 min\"", nameof(AdmissionTimes.Recognition), TimeSpan.FromMinutes(2) },
        { "controlRoomAcknowledge", "\"5 s\"", nameof(AdmissionTimes.ControlRoomAcknowledge), TimeSpan.FromSeconds(5) },
        { "controlRoomAnswer", "\"10 min\"", nameof(AdmissionTimes.ControlRoomAnswer), TimeSpan.FromMinutes(10) },
        { "controlRoomConsent", "\"15 min\"", nameof(AdmissionTimes.ControlRoomConsent), TimeSpan.FromMinutes(15) },
        { "officeAcknowledge", "\"6 s\"", nameof(AdmissionTimes.OfficeAcknowledge), TimeSpan.FromSeconds(6) },
        { "officeAnswer", "\"14 min\"", nameof(AdmissionTimes.OfficeAnswer), TimeSpan.FromMinutes(14) },
        { "officeConsent", "\"30 min\"", nameof(AdmissionTimes.OfficeConsent), TimeSpan.FromMinutes(30) },
        { "announcement", "\"2 h\"", nameof(AdmissionTimes.Announcement), TimeSpan.FromHours(2) },
        { "tourLead", "\"0 s\"", nameof(AdmissionTimes.TourLead), TimeSpan.Zero },
        { "grant", "\"5 s\"", nameof(AdmissionTimes.Grant), TimeSpan.FromSeconds(5) },
        { "reopen", "\"11 s\"", nameof(AdmissionTimes.Reopen), TimeSpan.FromSeconds(11) },
        { "idle", "\"1 h\"", nameof(AdmissionTimes.Idle), TimeSpan.FromHours(1) },
        { "recordLate", "\"31 s\"", nameof(AdmissionTimes.RecordLate), TimeSpan.FromSeconds(31) },
        { "patrolNextHandset", "\"12 s\"", nameof(AdmissionTimes.PatrolNextHandset), TimeSpan.FromSeconds(12) },
        { "patrolEscalation", "\"31 s\"", nameof(AdmissionTimes.PatrolEscalation), TimeSpan.FromSeconds(31) },
        { "patrolResult", "\"1 min\"", nameof(AdmissionTimes.PatrolResult), TimeSpan.FromMinutes(1) },
        { "recognitionLimit", "7", nameof(AdmissionTimes.RecognitionLimit), 7 },
        { "recognitionWindow", "\"24 h\"", nameof(AdmissionTimes.RecognitionWindow), TimeSpan.FromHours(24) },
        { "unknownResidentRecord", "\"both\"", nameof(AdmissionSwitches.UnknownResidentRecord), UnknownResidentRecord.Both },
        { "requirePatrolReachable", "true", nameof(AdmissionSwitches.RequirePatrolReachable), true },
        { "gateNeedsControlRoom", "false", nameof(AdmissionSwitches.GateNeedsControlRoom), false },
        { "unitKeyOpens", "true", nameof(AdmissionSwitches.UnitKeyOpens), true },
    };

    [Fact]
    public void ALobbyHasItsDoorsItsHandsetsInOrderAndTheIntercomsAtItsDoors()
    {
        var (site, _) = Load(Site);
        var lobby = Assert.Single(site.Rules.Admission.Lobbies).Value;
        Assert.Equal(("a", "main side", "handset-2 handset-1"), (lobby.Lobby.Value, string.Join(' ', lobby.Doors), string.Join(' ', lobby.Handsets)));
        Assert.Equal(["front main True", "old side False"], lobby.Panels.Select(panel => $"{panel.Key} {panel.Value.Door} {panel.Value.CanDial}"));
        Assert.Equal(["front a", "old a", "gate "], site.Wiring.Intercoms.Select(intercom => $"{intercom.Panel} {intercom.Lobby}"));
        Assert.Equal([new LobbyWiring(new LobbyId("a"), "A座大堂", "A座大堂")], site.Wiring.Lobbies);
    }

    [Fact]
    public void AnIntercomAtADoorOfNoLobbyIsAWarning()
    {
        var warning = Assert.Single(Load(Site).Warnings);
        Assert.Equal("$.intercoms.gate", warning.Path);
        Assert.Contains("its door yard belongs to no lobby", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ }", "F2 F4 F8 F9", "nothing chosen")]
    [InlineData("""{ "open": "F16" }""", "F2 F4 F8 F16", "one")]
    [InlineData("""{ "answer": "F13", "hold": "F14", "yes": "F15", "open": "F24" }""", "F13 F14 F15 F24", "a box of four")]
    [InlineData("""{ "yes": "F9", "open": "F8" }""", "F2 F4 F9 F8", "two changed about")]
    public void ADeskHasTheKeysOfItsLobby(string keys, string expected, string why)
    {
        var (answer, hold, yes, open) = KeysOf(keys);
        Assert.True(expected == $"{answer} {hold} {yes} {open}", $"{why}: {answer} {hold} {yes} {open}");
    }

    [Fact]
    public void EveryActHasTheKeyThatTheSiteSays()
    {
        var said = DeskKeys.FreeChords.Reverse().Zip(new DeskKeys().Acts().Keys.Skip(4)).ToDictionary(pair => pair.Second, pair => pair.First);
        var chosen = KeysOf(JsonSerializer.Serialize(said)).Acts();
        Assert.Equal(15, chosen.Count);
        Assert.All(said, pair => Assert.Equal(pair.Value, chosen[pair.Key]));
        Assert.Equal(new DeskKeys().Acts(), KeysOf("{ }").Acts());
    }

    [Theory]
    [InlineData("""{ "open": "F5" }""", "$.lobbies.a.keys.open", "\"F2\", \"F4\"", "the browser loads the page anew")]
    [InlineData("""{ "open": "f9" }""", "$.lobbies.a.keys.open", "found \"f9\"", "no key is called so")]
    [InlineData("""{ "open": 9 }""", "$.lobbies.a.keys.open", "found the number 9", "not a name")]
    [InlineData("""{ "open": "F8" }""", "$.lobbies.a.keys", "found F8 for yes and open", "the usual one of another")]
    [InlineData("""{ "tour": "Ctrl+K" }""", "$.lobbies.a.keys", "found Ctrl+K for find and tour", "the usual one of the directory")]
    [InlineData("""{ "open": "Alt+9" }""", "$.lobbies.a.keys.open", "found \"Alt+9\"", "what opens is let go with one finger")]
    [InlineData("""{ "visitor": "Alt+V" }""", "$.lobbies.a.keys.visitor", "found \"Alt+V\"", "the browser's menu")]
    [InlineData("""{ "unlock": "F13" }""", "$.lobbies.a.keys.unlock", "unknown key", "no such act")]
    public void AKeyThatCannotBeIsRefused(string keys, string path, string part, string why)
    {
        var refused = Assert.IsType<LoadResult.Refused>(ConfigurationLoader.Read("site.json", Encoding.UTF8.GetBytes(Keyed(keys))));
        Assert.True(refused.Errors.Any(error => error.Path == path && error.Message.Contains(part, StringComparison.Ordinal)), $"{why}: {string.Join('\n', refused.Errors)}");
    }

    private static DeskKeys KeysOf(string keys) => Assert.Single(Load(Keyed(keys)).Site.Wiring.Lobbies).Keys;

    private static string Keyed(string keys) => Good.Replace(Site, "\"doors\": [\"main\", \"side\"],", $"\"doors\": [\"main\", \"side\"], \"keys\": {keys},");

    [Fact]
    public void WhatIsNotSaidIsTheProceduresOwn()
    {
        var rules = Load(Site).Site.Rules.Admission;
        Assert.Equal(AdmissionTimes.Default, rules.Times);
        Assert.Equal(AdmissionSwitches.Default, rules.Switches);
        Assert.Equal(rules.Times, Load(Good.Replace(Site, "\"admission\": { },", "")).Site.Rules.Admission.Times);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void EveryTimeAndSwitchIsTheSites(string key, string value, string property, object expected)
    {
        var rules = Load(Good.Replace(Site, "\"admission\": { }", $"\"admission\": {{ \"{key}\": {value} }}")).Site.Rules.Admission;
        var inSwitches = typeof(AdmissionSwitches).GetProperty(property);
        Assert.Equal(expected, inSwitches is not null ? inSwitches.GetValue(rules.Switches) : typeof(AdmissionTimes).GetProperty(property)!.GetValue(rules.Times));
        Assert.Equal(1, Changed(rules.Times, AdmissionTimes.Default) + Changed(rules.Switches, AdmissionSwitches.Default));
    }

    [Fact]
    public void TheTableHasEveryTimeAndSwitch() => Assert.Equal(
        new[] { typeof(AdmissionTimes), typeof(AdmissionSwitches) }.SelectMany(Properties).Select(property => property.Name).Order(),
        Values.Select(row => row.Data.Item3).Order());

    private static int Changed<T>(T read, T usual) => Properties(typeof(T)).Count(property => !Equals(property.GetValue(read), property.GetValue(usual)));

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static (SiteConfiguration Site, IReadOnlyList<ConfigurationFinding> Warnings) Load(string text) =>
        ConfigurationLoader.Read("site.json", Encoding.UTF8.GetBytes(text)) switch
        {
            LoadResult.Loaded loaded => (loaded.Configuration, loaded.Warnings),
            LoadResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Errors)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
}
