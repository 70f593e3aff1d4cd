using System.Text.Json;
using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.ReadModel;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Verbs;
using Bridge.Simulators.Building;

namespace Bridge.Host.Tests.Verbs.Doctor;

/// <summary>accessbridge osdp watch and modbus watch, beside the running service with simulated readers and a relay board.</summary>
[Collection(AloneWithTime.Name)]
public sealed class WatchVerbTests
{
    private const string Site = """
        {
          "site": "harbour-tower", "timeZone": "Asia/Hong_Kong", "dataDirectory": "data",
          "lines": {
            "gate": { "kind": "osdpTcp", "host": "127.0.0.1", "port": {readers} },
            "boards": { "kind": "modbusTcp", "host": "127.0.0.1", "port": {boards} }
          },
          "devices": {
            "front-reader": { "line": "gate", "address": 1, "secure": false },
            "side-reader": { "line": "gate", "address": 2, "secure": false },
            "front-io": { "line": "boards", "unit": 1, "profile": "waveshare-relay-8-di" }
          },
          "accessLevels": { "residents": { "doors": "all", "schedule": "always" } },
          "doors": {
            "front": { "lock": "front-io.relay1", "readers": { "outside": { "source": "front-reader.reader", "authentication": "card" } } },
            "side": { "lock": "front-io.relay2", "readers": { "outside": { "source": "side-reader.reader", "authentication": "card" } } }
          },
          "mqtt": { "broker": "embedded", "port": 0 }, "http": { "listen": "127.0.0.1:0" }
        }
        """;

    [Fact]
    public async Task TheRunningServiceIsWatched()
    {
        await using var world = WorldBuilder.Build(OsdpDoors.Plan, TimeProvider.System);
        world.Start();
        using var folder = SiteFolder.With(Site
            .Replace("{readers}", PortOf(world.Lines["readers"].Address), StringComparison.Ordinal)
            .Replace("{boards}", PortOf(world.Lines["boards"].Address), StringComparison.Ordinal));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var service = VerbRun.RunAsync(stop.Token, "run", "--site", folder.SiteFile);
        await Eventually.Holds(
            () => service.IsCompleted || File.Exists(Path.Combine(folder.Path, "data", "control.sock")), "the control socket is there", TimeSpan.FromSeconds(60));
        Assert.False(service.IsCompleted, "it runs");

        var readers = await Row(folder, "osdp", "side-reader", row => row.Contains("CLEAR (Online)", StringComparison.Ordinal));
        Assert.Matches(@"^gate +side-reader +2 +CLEAR \(Online\) +[1-9]\d*\.\d +\d+\.\d ", readers);
        var units = await Row(folder, "modbus", "front-io", row => row.Contains("answers", StringComparison.Ordinal));
        Assert.Matches(@"^boards +front-io +1 +answers +[1-9]\d*\.\d +\d+\.\d ", units);

        var json = await WatchAsync(folder, "osdp", "--json");
        var figures = JsonSerializer.Deserialize<SiteFigures>(Assert.Single(json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), SiteFigures.Json)!;
        var reader = figures.Lines.SelectMany(line => line.Readers).Single(each => each.Device == new DeviceId("side-reader"));
        Assert.True(reader is { Address: 2, Polls: > 0, Replies: > 0, Security: OsdpSecurityState.ClearByConfiguration }, reader.ToString());
        Assert.True(figures.Lines.SelectMany(line => line.Units).Single() is { Unit: 1, Requests: > 0, Answers: true });

        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, (await service).Exit);
    }

    [Theory]
    [InlineData("osdp")]
    [InlineData("modbus")]
    public async Task WithoutAServiceThatIsSaid(string group)
    {
        using var folder = SiteFolder.WithSample();
        var run = await WatchAsync(folder, group);
        Assert.Equal(ExitCode.ServiceNotRunning, run.Exit);
        Assert.Contains("control.sock", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ARestartedServiceShowsNoNegativePace()
    {
        var before = Figures(10, new PeripheralSnapshot(new DeviceId("r"), 1, OsdpSecurityState.Secure, "Online") { Exchanges = 900, Polls = 900, Replies = 900 });
        var now = Figures(11, new PeripheralSnapshot(new DeviceId("r"), 1, OsdpSecurityState.Secure, "Online")
        {
            Exchanges = 20, Polls = 20, Replies = 20, ReplyTime = TimeSpan.FromMilliseconds(100), SecondReplies = 4,
        });
        var row = OsdpWatchVerb.Table(before, now)[1];
        Assert.Equal(("20.0", "5.0", "4"), (row[4], row[5], row[12]));
    }

    private static SiteFigures Figures(int second, PeripheralSnapshot reader) =>
        new(TimeSpan.FromSeconds(second), [new LineFigures(new LineId("gate"), true, new LineStatistics(0, 0, 0, 0, 0, 0, 0)) { Readers = [reader] }]);

    /// <summary>The row of a device, as soon as it is as it should be: the service needs a moment to get to know its devices.</summary>
    private static async Task<string> Row(SiteFolder folder, string group, string device, Func<string, bool> holds)
    {
        for (var look = 0; ; look++)
        {
            var run = await WatchAsync(folder, group);
            Assert.True(run.Exit == ExitCode.Ok, run.Errors);
            var row = run.Output.Split('\n').Single(line => line.Contains($" {device} ", StringComparison.Ordinal));
            if (holds(row))
            {
                return row;
            }

            Assert.True(look < 30, run.Output);
        }
    }

    private static Task<VerbRun> WatchAsync(SiteFolder folder, string group, params string[] more) =>
        VerbRun.RunAsync(TestContext.Current.CancellationToken, [group, "watch", "--site", folder.SiteFile, "--once", .. more]);

    private static string PortOf(string address) => address[(address.LastIndexOf(':') + 1)..];
}
