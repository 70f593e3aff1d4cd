using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bridge.Simulators.Building;
using Bridge.Simulators.Control;
using Bridge.Simulators.Intercoms;

namespace Bridge.Simulators.Tests;

/// <summary>Intercoms as parts of a simulated building.</summary>
public sealed class IntercomWorldTests
{
    private static readonly WorldPlan Plan = new(
        [
            new LinePlan("calls", LineKind.IntercomTcp, [new DevicePlan("gate", 1, DeviceModel.SerialIntercom)]),
            new LinePlan("boards", LineKind.ModbusTcp, [new DevicePlan("board", 1, DeviceModel.Wirenboard)]),
        ],
        [],
        null,
        [new ContactIntercomPlan("rear", "board.input1", "board.input2", "board.input3", "board.input4", new Dictionary<string, ButtonPlan> { ["1204"] = new("board.input5") })]);

    [Fact]
    public async Task TheControlInterfaceHasItsButtons()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var world = WorldBuilder.Build(WorldPlan.Parse(Plan.ToJson()), TimeProvider.System);
        await using var server = new ControlServer(world, new IPEndPoint(IPAddress.Loopback, 0));
        await server.StartAsync(stop);
        using var client = new HttpClient { BaseAddress = server.Address };
        (string Path, object Body, HttpStatusCode Code)[] presses =
        [
            ("/intercoms/gate/units/1203", new { reaction = "Answers", after = 2, unlocksAfter = 1 }, HttpStatusCode.NoContent),
            ("/intercoms/gate/units/1203", new { reaction = "Answers", after = 601 }, HttpStatusCode.BadRequest),
            ("/intercoms/gate/panels/P1/call/1203", new { }, HttpStatusCode.OK),
            ("/intercoms/gate/panels/P1/call/1204", new { }, HttpStatusCode.Conflict),
            ("/intercoms/gate/panels/P1/hangup", new { }, HttpStatusCode.NoContent),
            ("/intercoms/gate/panels/P1/hangup", new { }, HttpStatusCode.Conflict),
            ("/intercoms/gate/panels/P1/unlock", new { }, HttpStatusCode.NoContent),
            ("/intercoms/gate/panels/P1/tamper", new { }, HttpStatusCode.NoContent),
            ("/intercoms/gate/faults", new { losesEnds = true, copies = 2, badChecks = 1 }, HttpStatusCode.NoContent),
            ("/intercoms/gate/faults", new { copies = 9 }, HttpStatusCode.BadRequest),
            ("/intercoms/gate/restart", new { }, HttpStatusCode.NoContent),
            ("/intercoms/rear/panels/P1/call/1204", new { }, HttpStatusCode.OK),
            ("/intercoms/nobody/restart", new { }, HttpStatusCode.NotFound),
        ];
        foreach (var (path, body, code) in presses)
        {
            using var answer = await client.PostAsJsonAsync(path, body, stop);
            Assert.True(code == answer.StatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
        }

        var rear = (await client.GetFromJsonAsync<JsonNode>("/intercoms/rear", stop))!;
        Assert.Equal("1204", rear["calls"]![0]!["unit"]!.GetValue<string>());
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonNode>("/intercoms/gate", stop))!["unlocks"]!.GetValue<int>());
    }

    [Fact]
    public void AnIntercomThatIsWiredWronglyIsRefused()
    {
        var time = TimeProvider.System;
        Assert.Throws<InvalidWorldException>(() => WorldBuilder.Build(new WorldPlan([new LinePlan("calls", LineKind.IntercomTcp, [])], [], null), time));
        Assert.Throws<InvalidWorldException>(() => WorldBuilder.Build(
            new WorldPlan([new LinePlan("boards", LineKind.ModbusTcp, [new DevicePlan("gate", 1, DeviceModel.SerialIntercom)])], [], null), time));
        Assert.Throws<InvalidWorldException>(() => WorldBuilder.Build(Plan with { Intercoms = [new ContactIntercomPlan("gate")] }, time));
        Assert.Throws<InvalidWorldException>(() => WorldBuilder.Build(Plan with { Intercoms = [new ContactIntercomPlan("rear", "board.input99")] }, time));
    }
}
