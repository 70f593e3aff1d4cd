using Bridge.Devices.Profiles;
using Bridge.Simulators.Devices;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>What is said of units that come and go, of states, and of devices that are not set as they must be.</summary>
public sealed class ContactTests
{
    [Fact]
    public void OfflineAndOnlineAreSaidOnceEachAndAllStatesAgain()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(1);
        bench.AddKeypad(2);
        bench.Wire.At(TimeSpan.FromSeconds(5), () => bench.Wire.Units[1].IsDead = true);
        bench.Wire.At(TimeSpan.FromSeconds(60), () => bench.Wire.Units[1].IsDead = false);
        bench.Run(120);
        var said = bench.Events.Where(happened => happened.Device == Device(1)).Select(happened => happened.GetType().Name);
        Assert.Equal(
            ["Online", "OutputRead", "InputRead", "InputRead", "Offline", "Online", "OutputRead", "InputRead", "InputRead"], said);
        Assert.Equal(4, bench.Events.Count(happened => happened.Device == Device(2)));
    }

    [Fact]
    public void ALineOnWhichNobodyAnswersIsGivenUpAfterEightSecondsAndOfflineIsSaidOnce()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(1);
        bench.Wire.At(TimeSpan.FromSeconds(2), () => bench.Wire.Units[1].IsDead = true);
        var lost = Assert.IsType<LineEnd.LinkLost>(bench.Run(60));
        Assert.Contains("no valid answer", lost.Reason, StringComparison.Ordinal);
        Assert.True(bench.Wire.Now < TimeSpan.FromSeconds(14), $"given up at {bench.Wire.Now}");
        bench.Run(60);
        Assert.Single(bench.Of<DeviceEvent.Offline>());
    }

    [Fact]
    public void ALineThatIsHardlyEverPolledIsNotGivenUp()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromSeconds(60) };
        bench.AddKeypad(1);
        Assert.IsType<LineEnd.Stopped>(bench.Run(300));
    }

    [Fact]
    public void ALineThatOnlyBabblesIsGivenUp()
    {
        var bench = new DoorLineBench();
        bench.AddKeypad(1);
        bench.Wire.Units[1].Spoil = frame => [.. frame.Select(value => (byte)(value ^ 0xFF))];
        Assert.IsType<LineEnd.LinkLost>(bench.Run(60));
        Assert.Single(bench.Of<DeviceEvent.Offline>());
        Assert.Empty(bench.Of<DeviceEvent.Online>());
    }

    [Fact]
    public void AStateThatTheHostHasNoRoomForIsSaidLaterAsItIsThen()
    {
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        var room = true;
        bench.Host = _ => room;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => room = false);
        for (var second = 2; second <= 6; second++)
        {
            var open = second % 2 == 0;
            bench.Wire.At(TimeSpan.FromSeconds(second), () => keypad.Inputs["contact"].Set(open));
        }

        bench.Wire.At(TimeSpan.FromSeconds(8), () => room = true);
        bench.Run(10);
        Assert.Equal([PointReading.Off, PointReading.On], bench.Of<DeviceEvent.InputRead>().Where(read => read.Point.Point == "contact").Select(read => read.Reading));
    }

    [Fact]
    public void AnOutputFoundOnIsReported()
    {
        var bench = new DoorLineBench();
        var memory = bench.AddMemory(1, "waveshare-relay-8", "relay1", "relay2");
        memory.Coils.Add(1);
        bench.Run(1);
        Assert.Equal(
            [("relay1", PointReading.Off), ("relay2", PointReading.On)], bench.Of<DeviceEvent.OutputRead>().Select(read => (read.Point.Point, read.Reading)));
    }

    [Fact]
    public void APulseIsReadBackAtOnceAndItsEndIsSeen()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromSeconds(1) };
        var keypad = bench.AddKeypad(1);
        bench.Wire.At(TimeSpan.FromSeconds(1.5), () => _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "lock"), TimeSpan.FromSeconds(2))));
        bench.Run(6);
        Assert.Equal([PointReading.Off, PointReading.On, PointReading.Off], bench.Of<DeviceEvent.OutputRead>().Select(read => read.Reading));
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(keypad.LockActivations).Energised);
    }

    [Fact]
    public async Task AModuleThatWouldNotEndThePulseIsRemarkedAndRefusedUntilItIsSetRight()
    {
        var bench = new DoorLineBench();
        var module = new WirenboardRelayModule("unit1", 1, bench.Surroundings);
        bench.Add(1, "wirenboard-wb-mr6c", module, "relay1", "input1");
        var pulse = new DeviceCommand.Pulse(Point(1, "relay1"), TimeSpan.FromSeconds(3));
        Task<CommandResult>? before = null;
        Task<CommandResult>? after = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => before = bench.Execute(pulse));
        bench.Wire.At(TimeSpan.FromSeconds(2), () => module.Commissioned(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)));
        bench.Wire.At(TimeSpan.FromSeconds(20), () => after = bench.Execute(pulse));
        bench.Run(30);
        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Detail.StartsWith("timer function of relay1 (holding 1760) is 0, must be 3", StringComparison.Ordinal));
        Assert.True(before is { IsCompleted: true } && after is { IsCompleted: true });
        Assert.IsType<CommandResult.Rejected>(await before);
        Assert.IsType<CommandResult.Confirmed>(await after);
        Assert.Equal(TimeSpan.FromSeconds(3), Assert.Single(module.Outputs["relay1"].Activations).Energised);
    }

    [Fact]
    public async Task AnotherDeviceThanTheProfilesIsNeverWrittenTo()
    {
        var bench = new DoorLineBench();
        var memory = bench.AddMemory(1, "generic-keypad-lock", "lock", "contact");
        memory.Inputs[0] = 2;
        Task<CommandResult>? result = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => result = bench.Execute(new DeviceCommand.Pulse(Point(1, "lock"), TimeSpan.FromSeconds(3)), CommandPriority.Fire));
        bench.Run(2);
        Assert.True(result is { IsCompleted: true });
        Assert.IsType<CommandResult.Rejected>(await result);
        Assert.Empty(memory.Writes);
        Assert.Contains("register map version is 2", Assert.Single(bench.Of<DeviceEvent.Remark>()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARightIdentityDoesNotMakeUpForAWrongOne()
    {
        var keypad = ProfileCatalog.Shipped.Find("generic-keypad-lock")!;
        var second = new IdentityCheck("maker's number", PointTable.Holding, 9, [7]);
        var bench = new DoorLineBench { Profiles = ProfileCatalog.With(keypad with { Name = "two-checks", Identity = [.. keypad.Identity, second] }) };
        var memory = bench.AddMemory(1, "two-checks", "lock", "contact");
        memory.Inputs[0] = 2; // Another map.
        memory.Holding[9] = 7; // The right maker.
        Task<CommandResult>? result = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => result = bench.Execute(new DeviceCommand.Pulse(Point(1, "lock"), TimeSpan.FromSeconds(3))));
        bench.Run(2);
        Assert.True(result is { IsCompleted: true });
        Assert.IsType<CommandResult.Rejected>(await result);
        Assert.Empty(memory.Writes);
    }

    [Fact]
    public void APressTooShortForThePollIsSeenByTheDevicesCounter()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromSeconds(1) };
        var module = new WirenboardRelayModule("unit1", 1, bench.Surroundings).Commissioned(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        bench.Add(1, "wirenboard-wb-mr6c", module, "input1");
        bench.Wire.At(TimeSpan.FromSeconds(3.2), () => module.Inputs["input1"].Set(true));
        bench.Wire.At(TimeSpan.FromSeconds(3.3), () => module.Inputs["input1"].Set(false));
        bench.Run(6);
        Assert.Equal([PointReading.Off, PointReading.On, PointReading.Off], bench.Of<DeviceEvent.InputRead>().Select(read => read.Reading));
    }

    [Fact]
    public void ALatchIsSaidThenClearedAndNothingIsMadeOfAnOldOne()
    {
        var bench = new DoorLineBench { PollInterval = TimeSpan.FromSeconds(1) };
        var memory = bench.AddMemory(1, "advantech-adam-6060", "input1");
        memory.Coils.Add(35); // Set when the link comes up: nobody knows since when.
        bench.Wire.At(TimeSpan.FromSeconds(3.5), () => memory.Coils.Add(35));
        bench.Run(6);
        Assert.Equal([PointReading.Off, PointReading.On, PointReading.Off], bench.Of<DeviceEvent.InputRead>().Select(read => read.Reading));
        Assert.Equal(2, memory.Writes.Count);
        Assert.All(memory.Writes, write => Assert.Equal("0500230000", Convert.ToHexString(write)));
    }

    [Fact]
    public void AnAddressTheDeviceDoesNotHaveMakesOneMoreRequestNotADeadDevice()
    {
        var bench = new DoorLineBench();
        var memory = bench.AddMemory(1, "generic-keypad-lock", "contact", "lock", "reader");
        memory.Inputs[0] = memory.Inputs[1] = 1;
        bench.Run(1);
        Assert.Single(bench.Of<DeviceEvent.Online>());

        var strict = new DoorLineBench();
        var board = strict.AddMemory(1, "waveshare-relay-8", "relay1", "relay8");
        board.Refuse = body => body[0] == 1 && body[4] > 1 ? (byte)2 : (byte)0; // Answers single coils only.
        strict.Run(3);
        Assert.Single(strict.Of<DeviceEvent.Online>());
        Assert.Equal([PointReading.Off, PointReading.Off], strict.Of<DeviceEvent.OutputRead>().Select(read => read.Reading));
    }

    [Fact]
    public void APointThatTheDeviceRefusesToReadIsAFaultNotOff()
    {
        var bench = new DoorLineBench();
        var board = bench.AddMemory(1, "waveshare-relay-8-di", "relay1", "input1");
        board.Refuse = body => body[0] == 2 ? (byte)1 : (byte)0;
        bench.Run(3);
        Assert.Equal(PointReading.Fault, Assert.Single(bench.Of<DeviceEvent.InputRead>()).Reading);
        Assert.Equal(PointReading.Off, Assert.Single(bench.Of<DeviceEvent.OutputRead>()).Reading);
    }

    [Fact]
    public void FlappingLinksReleaseNothing()
    {
        const int Seed = 99;
        var random = new Random(Seed);
        var bench = new DoorLineBench();
        var keypad = bench.AddKeypad(1);
        for (var flap = 0; flap < 200; flap++)
        {
            bench.Wire.IsLost = false;
            bench.Wire.After(TimeSpan.FromMilliseconds(random.Next(3000)), () => bench.Wire.IsLost = true);
            bench.Run(3);
        }

        Assert.True(keypad.LockActivations.Count == 0, $"seed {Seed}: {keypad.LockActivations.Count} activations over 200 flaps");
        Assert.DoesNotContain(bench.Wire.Requests, request => request.Frame[1] is 5 or 6 or 15 or 16);

        // Positive control: the same bench sees a release when there is one.
        bench.Wire.IsLost = false;
        bench.Wire.After(TimeSpan.FromSeconds(1), () => _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "lock"), TimeSpan.FromSeconds(1))));
        bench.Wire.After(TimeSpan.FromSeconds(2), () => bench.Wire.IsLost = true);
        bench.Run(3);
        Assert.Single(keypad.LockActivations);
    }
}
