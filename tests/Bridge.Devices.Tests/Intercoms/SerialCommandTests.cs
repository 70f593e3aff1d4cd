using Bridge.Simulators.Intercoms;

namespace Bridge.Devices.Tests.Intercoms;

public sealed class SerialCommandTests
{
    private static readonly PointId Panel = new(SerialBench.Device, "P1");

    [Fact]
    public async Task TheHostDialsAUnitAndHangsUpAgain()
    {
        var bench = new SerialBench();
        Task<CommandResult>? dialled = null;
        Task<CommandResult>? again = null;
        Task<CommandResult>? hungUp = null;
        bench.After(1, () => dialled = bench.Execute(new DeviceCommand.Dial(Panel, "1203")));
        bench.After(5, () => again = bench.Execute(new DeviceCommand.Dial(Panel, "1203")));
        bench.After(10, () => hungUp = bench.Execute(new DeviceCommand.HangUp(Panel, bench.Calls.First().CallId)));
        bench.Run(20);
        Assert.IsType<CommandResult.Confirmed>(await dialled!);
        Assert.Equal("the panel is in a call", Assert.IsType<CommandResult.Rejected>(await again!).Reason);
        Assert.IsType<CommandResult.Confirmed>(await hungUp!);
        Assert.Equal("Started Ringing Ended", bench.Kinds);
        Assert.Equal("1203", bench.Calls.First().Unit);
    }

    [Fact]
    public async Task ACommandThatIsNotAnsweredHasAnUnknownOutcomeAndIsSentOnce()
    {
        var bench = new SerialBench(isMute: true);
        Task<CommandResult>? dialled = null;
        bench.Say(0.5, "HB*0A");
        bench.After(1, () => dialled = bench.Execute(new DeviceCommand.Dial(Panel, "1203")));
        bench.Run(10);
        Assert.IsType<CommandResult.OutcomeUnknown>(await dialled!);
        Assert.Single(bench.Sent, line => line.StartsWith("DIAL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALinkThatIsLostBeforeTheAnswerLeavesTheOutcomeUnknown()
    {
        var bench = new SerialBench(isMute: true);
        Task<CommandResult>? dialled = null;
        bench.Say(0.5, "HB*0A");
        bench.After(1, () => dialled = bench.Execute(new DeviceCommand.Dial(Panel, "1203")));
        bench.LoseLinkAfter(2);
        bench.Run(10);
        Assert.IsType<CommandResult.OutcomeUnknown>(await dialled!);
        Assert.IsType<CommandResult.NotSent>(await bench.Execute(new DeviceCommand.Dial(Panel, "1203")));
    }

    [Fact]
    public async Task WhatAnIntercomCannotDoIsRefusedWithoutAWordOnTheWire()
    {
        var bench = new SerialBench();
        var results = new List<Task<CommandResult>>();
        bench.After(1, () => results.AddRange(
        [
            bench.Execute(new DeviceCommand.Pulse(Panel, TimeSpan.FromSeconds(1))),
            bench.Execute(new DeviceCommand.Dial(Panel with { Point = "P9" }, "1203")),
            bench.Execute(new DeviceCommand.Dial(Panel, "12;03*")),
            bench.Execute(new DeviceCommand.HangUp(Panel, "")),
        ]));
        bench.Run(3);
        Assert.Equal(4, results.Count);
        Assert.All(await Task.WhenAll(results), result => Assert.IsType<CommandResult.Rejected>(result));
        Assert.All(bench.Sent, line => Assert.StartsWith("HB", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task BeforeTheIntercomIsHeardNothingIsSentToIt()
    {
        var bench = new SerialBench(isMute: true);
        Task<CommandResult>? dialled = null;
        bench.After(1, () => dialled = bench.Execute(new DeviceCommand.Dial(Panel, "1203")));
        bench.Run(3);
        Assert.IsType<CommandResult.NotSent>(await dialled!);
    }

    [Fact]
    public async Task AnIntercomOfContactsRefusesToDial()
    {
        var bench = new ContactBench();
        Task<CommandResult>? dialled = null;
        bench.After(1, () => dialled = bench.Bench.Execute(new DeviceCommand.Dial(new PointId(Doors.DoorLineBench.Device(1), "P1"), "1203")));
        bench.Run(5);
        Assert.IsType<CommandResult.Rejected>(await dialled!);
    }
}
