using System.Text;
using Bridge.Devices;
using Bridge.Devices.Intercoms;
using Bridge.Devices.Transport;
using Bridge.Host.Configuration;

namespace Bridge.Host.Tests.Configuration;

/// <summary>Intercoms in the site file: a panel of a serial one, and one of contacts.</summary>
public sealed class IntercomSiteTests
{
    private const string Site = """
        {
          "site": "harbour-tower", "timeZone": "Asia/Hong_Kong", "dataDirectory": "data",
          "lines": {
            "calls": { "kind": "intercomSerial", "serialPort": "/dev/ttyS7", "baud": 19200 },
            "more": { "kind": "intercomTcp", "host": "192.0.2.7", "port": 4001 },
            "relays": { "kind": "modbusTcp", "host": "192.0.2.1" }
          },
          "devices": {
            "station": { "line": "calls" }, "other": { "line": "more" },
            "board": { "line": "relays", "unit": 1, "profile": "waveshare-relay-8-di" }
          },
          "accessLevels": { "residents": { "doors": "all", "schedule": "always" } },
          "doors": {
            "main": { "lock": "board.relay1", "contact": { "point": "board.input1", "onMeans": "open" } },
            "back": { "lock": "board.relay2", "contact": { "point": "board.input2", "onMeans": "open" } }
          },
          "intercoms": {
            "front": { "door": "main", "station": "station.P1", "units": { "1203": "12-03" } },
            "side": { "door": "back", "station": "other.P1" },
            "rear": {
              "door": "back",
              "call": { "point": "board.input3", "onMeans": "ringing" },
              "buttons": {
                "1204": { "call": { "point": "board.input4", "onMeans": "silent" }, "unlock": { "point": "board.input8", "onMeans": "pressed" } }
              },
              "hook": { "point": "board.input5", "onMeans": "lifted" },
              "unlock": { "point": "board.input6", "onMeans": "pressed", "debounce": "20 ms" },
              "tamper": { "point": "board.input7", "onMeans": "normal" },
              "stretch": "8 s", "ringTime": "45 s"
            }
          },
          "mqtt": { "broker": "embedded", "port": 1883 }, "http": { "listen": "127.0.0.1:8480" }
        }
        """;

    [Fact]
    public void EachPanelIsKnownByItsDoorAndItsSource()
    {
        var wiring = Load().Wiring.Intercoms;
        Assert.Equal(
            ["front main station.P1 True", "side back other.P1 True", "rear back board.rear False"],
            wiring.Select(panel => $"{panel.Panel} {panel.Door} {panel.Source} {panel.CanDial}"));
        Assert.Equal(("12-03", "1203"), (wiring[0].RegisterUnit("1203"), wiring[0].IntercomUnit("12-03")));
        Assert.Equal(("1205", "1205"), (wiring[0].RegisterUnit("1205"), wiring[0].IntercomUnit("1205")));
    }

    [Fact]
    public void TheSerialIntercomGetsItsLineAndItsPanels()
    {
        var site = Load();
        var line = site.Lines.Single(line => line.Kind == "intercomSerial");
        Assert.Equal(19200, Assert.IsType<LinkDefinition.Serial>(line.Link).Baud);
        Assert.Equal(["P1"], Assert.Single(line.Devices).Points.Select(point => point.Point));
        Assert.All(site.Lines, each => Assert.Empty(DriverCatalog.Check(each, site.Profiles)));
    }

    [Fact]
    public void TheContactsAreInputsOfTheBoardAndTheIntercomIsMadeOfThem()
    {
        var board = Load().Lines.Single(line => line.Kind == "modbusTcp").Devices.Single();
        Assert.Equal(
            ["input3 False", "input4 True", "input6 False", "input8 False", "input5 False", "input7 True"],
            board.Points.Where(point => point.Point is not ("relay1" or "relay2" or "input1" or "input2")).Select(point => $"{point.Point} {point.Inverted}"));
        var rear = Assert.Single(board.Intercoms);
        Assert.Equal(
            [new ContactSet(null) { Call = "input3", Unlock = "input6", Hook = "input5" }, new ContactSet("1204") { Call = "input4", Unlock = "input8" }],
            rear.Sets);
        Assert.Equal(("input7", null), (rear.Tamper, rear.Fault));
        Assert.Equal((8, 45), (rear.Stretch.TotalSeconds, rear.RingTime.TotalSeconds));
    }

    private static SiteConfiguration Load() => ConfigurationLoader.Read("site.json", Encoding.UTF8.GetBytes(Site)) switch
    {
        LoadResult.Loaded loaded => loaded.Configuration,
        LoadResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Errors)),
        var other => throw new InvalidOperationException(other.ToString()),
    };
}
