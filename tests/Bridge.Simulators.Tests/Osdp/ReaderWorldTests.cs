using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bridge.Simulators.Building;
using Bridge.Simulators.Control;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>OSDP readers as part of a building, over real links.</summary>
public sealed class ReaderWorldTests
{
    private const string Bits = "10111011000000110010000110";

    public static TheoryData<LineKind> Kinds => [LineKind.OsdpTcp, LineKind.OsdpPty];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ACardAtADoorIsToldAndAcknowledged(LineKind kind)
    {
        ReaderHost.SkipWithoutTerminals(kind);
        var stop = TestContext.Current.CancellationToken;
        await using var world = WorldBuilder.Build(OsdpDoors.With(kind, new OsdpPlan(), new OsdpPlan()), TimeProvider.System);
        world.Start();
        await using var host = await ReaderHost.ConnectAsync(world.Lines[OsdpDoors.Line], stop);
        Assert.EndsWith("45 ca fe 01", (await host.AskAsync("61 00", 1, stop))[..26], StringComparison.Ordinal);
        var read = world.Doors[OsdpDoors.Front].Reader!.PresentCard(Bits);
        Assert.Same(read, Assert.Single(world.Oracle().Pending));

        while (!(await host.AskAsync("60", 1, stop)).Contains(" 50 00 01 1a 00 bb 03 21 80 ", StringComparison.Ordinal))
        {
            // The contacts of the door are told first.
        }

        Assert.Same(read, Assert.Single(world.Oracle().Pending));
        Assert.Empty(world.Oracle().Acknowledged);
        await host.AskAsync("60", 1, stop);

        Assert.Empty(world.Oracle().Pending);
        Assert.Same(read, Assert.Single(world.Oracle().Acknowledged).Read);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AReadersOwnOutputReleasesADoorForItsTime(LineKind kind)
    {
        ReaderHost.SkipWithoutTerminals(kind);
        var stop = TestContext.Current.CancellationToken;
        await using var world = WorldBuilder.Build(OsdpDoors.With(kind, new OsdpPlan(), new OsdpPlan()), TimeProvider.System);
        world.Start();
        await using var host = await ReaderHost.ConnectAsync(world.Lines[OsdpDoors.Line], stop);
        var door = world.Doors[OsdpDoors.Side];
        Assert.False(door.Open(TimeSpan.FromSeconds(1)));
        await host.AskAsync("60", 2, stop);
        Assert.Contains(" 40 ", await host.AskAsync("68 00 05 64 00", 2, stop), StringComparison.Ordinal);

        Assert.True(door.IsReleased);
        Assert.True(door.Open(TimeSpan.FromSeconds(1)));
        Assert.Equal(1, Assert.Single(door.LockActivations).Commands);
    }

    [Fact]
    public async Task AReplugBringsTheReadersBackUnderTheSameAddress()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var world = WorldBuilder.Build(OsdpDoors.Plan, TimeProvider.System);
        world.Start();
        var link = world.Lines[OsdpDoors.Line];
        var address = link.Address;
        for (var i = 0; i < 5; i++)
        {
            await using var host = await ReaderHost.ConnectAsync(link, stop);
            Assert.Contains(" 45 ca ", await host.AskAsync("61 00", 1, stop), StringComparison.Ordinal);
            link.Unplug();
            link.Replug();
            Assert.Equal(address, link.Address);
        }
    }

    [Fact]
    public void NoTwoReadersOfABuildingHaveOneIdentity()
    {
        var world = WorldBuilder.Build(OsdpDoors.Plan, TimeProvider.System);

        Assert.NotEqual(world.Readers["front-reader"].Profile.Identity, world.Readers["side-reader"].Profile.Identity);
    }

    public static TheoryData<string, LinePlan> WrongPlans => new()
    {
        { "a keypad lock on an OSDP line", new LinePlan("line", LineKind.OsdpTcp, [new DevicePlan("lock", 1, DeviceModel.KeypadLock)]) },
        { "an OSDP reader on a Modbus line", new LinePlan("line", LineKind.ModbusTcp, [new DevicePlan("reader", 1, DeviceModel.OsdpReader)]) },
        { "two of one name", new LinePlan("line", LineKind.OsdpTcp, [new DevicePlan("reader", 1, DeviceModel.OsdpReader), new DevicePlan("reader", 2, DeviceModel.OsdpReader)]) },
    };

    [Theory]
    [MemberData(nameof(WrongPlans))]
    public void AWrongPlanIsRefused(string why, LinePlan line)
    {
        var refusal = Record.Exception(() => WorldBuilder.Build(new WorldPlan([line], [], null), TimeProvider.System));

        Assert.True(refusal is InvalidWorldException, why);
    }

    [Fact]
    public void APlanSurvivesItsFile()
    {
        var plan = OsdpDoors.With(LineKind.OsdpPty, new OsdpPlan(ReaderTable.Key, RequiresSecurity: true), new OsdpPlan(Keypad: KeypadStyle.EachKey));

        plan = plan with { Lines = [plan.Lines[0] with { Pace = new LinePace { BitsPerSecond = 9600, Turnaround = TimeSpan.FromMilliseconds(3) } }, plan.Lines[1]] };

        Assert.Equal(plan.ToJson(), WorldPlan.Parse(plan.ToJson()).ToJson());
        Assert.Equal(TimeSpan.FromMilliseconds(3), WorldPlan.Parse(plan.ToJson()).Lines[0].Pace!.Turnaround);
    }

    [Fact]
    public async Task TheControlInterfaceHasItsButtons()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var world = WorldBuilder.Build(OsdpDoors.Plan, TimeProvider.System);
        await using var server = new ControlServer(world, new IPEndPoint(IPAddress.Loopback, 0));
        await server.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = server.Address };
        (string Path, object Body, HttpStatusCode Code)[] presses =
        [
            ("/readers/front/card", new { facility = 118, number = 1603 }, HttpStatusCode.OK),
            ("/readers/front-reader/pin", new { digits = "1234" }, HttpStatusCode.OK),
            ("/readers/front/keys", new { keys = "12*#" }, HttpStatusCode.NoContent),
            ("/readers/front/keys", new { keys = "12 " }, HttpStatusCode.BadRequest),
            ("/readers/front/faults", new { drop = 0.25, marks = 3, seed = 9, refuse = new Dictionary<string, int> { ["105"] = 9 } }, HttpStatusCode.NoContent),
            ("/readers/front/faults", new { marks = 9 }, HttpStatusCode.BadRequest),
            ("/readers/front/tamper", new { }, HttpStatusCode.NoContent),
            ("/readers/nobody/tamper", new { }, HttpStatusCode.NotFound),
            ("/devices/front-reader/reboot", new { }, HttpStatusCode.NoContent),
            ("/lines/readers/pace", new { bitsPerSecond = 38400, turnaround = "00:00:00.003" }, HttpStatusCode.NoContent),
            ("/lines/readers/pace", new { turnaround = "00:00:00.251" }, HttpStatusCode.BadRequest),
            ("/lines/boards/pace", new { }, HttpStatusCode.NotFound),
            ("/lines/readers/weather", new { drop = 1 }, HttpStatusCode.NotFound),
        ];
        foreach (var (path, body, code) in presses)
        {
            using var answer = await client.PostAsJsonAsync(path, body, stop);
            Assert.True(code == answer.StatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
        }

        var reader = (await client.GetFromJsonAsync<JsonNode>("/readers/front", stop))!;
        Assert.Equal((2, "Off", true), ((int)reader["bootNumber"]!, (string?)reader["lights"]![0], (bool)reader["inputs"]!["tamper"]!));
        var faults = world.Readers["front-reader"].Faults;
        Assert.Equal((0.25, 3, 9, 9), (faults.Drop, faults.Marks, faults.Seed, faults.Refuse[0x69]));
        Assert.Equal(2, world.Oracle().Lost.Count(lost => lost.Reason == ForgottenReason.Reboot));
        Assert.Equal(2, (await client.GetFromJsonAsync<JsonNode>("/world", stop))!["readers"]!.AsArray().Count);
    }
}
