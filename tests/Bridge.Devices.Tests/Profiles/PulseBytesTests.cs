using Bridge.Devices.Profiles;
using Bridge.Devices.Tests.Doors;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Profiles;

/// <summary>The very bytes that each shipped profile puts on a serial line. Frames with a CRC are the makers' own examples.</summary>
public sealed class PulseBytesTests
{
    public static TheoryData<string, string, string, double, string> Pulses => new()
    {
        { "maker's example: 700 ms at channel 0", "waveshare-relay-8", "relay1", 0.7, "0105020000078DB0" },
        { "5 s at channel 0", "waveshare-relay-8", "relay1", 5, "0105020000324DA7" },
        { "the last channel", "waveshare-relay-8", "relay8", 5, "010502070032" },
        { "rounded up to the unit: never shorter than asked for", "waveshare-relay-8", "relay1", 0.61, "0105020000078DB0" },
        { "the board with inputs flashes alike", "waveshare-relay-8-di", "relay1", 0.7, "0105020000078DB0" },
        { "tested on the board: 5 s", "eletechsup-r4", "relay1", 5, "0106000106051BA9" },
        { "seconds, rounded up", "eletechsup-r4", "relay2", 4.1, "010600020605" },
        { "newer boards begin at register 0", "eletechsup-ryn404e", "relay1", 5, "010600000605" },
        { "length to its register, then the coil", "wirenboard-wb-mr6c", "relay1", 5, "010606F80032 01050000FF00" },
        { "the sixth relay", "wirenboard-wb-mr6c", "relay6", 0.05, "010606FD0001 01050005FF00" },
        { "the module knows the length", "moxa-iologik-e1214", "relay1", 5, "01050010FF00" },
        { "width in 0.1 ms, low word first, then one pulse", "advantech-adam-6060", "relay1", 10, "011000180002 04 86A00001 011000240002 04 00010000" },
        { "tenths of a second to the command register", "generic-keypad-lock", "lock", 3, "01060001001E" },
        { "the longest release", "generic-keypad-lock", "lock", 30, "01060001012C" },
    };

    [Theory, MemberData(nameof(Pulses))]
    public void ArePulses(string why, string profile, string point, double seconds, string frames) =>
        AssertSent(why, profile, point, new DeviceCommand.Pulse(Point(1, point), TimeSpan.FromSeconds(seconds)), frames);

    public static TheoryData<string, string, string, string> Offs => new()
    {
        { "the relay's coil", "waveshare-relay-8", "relay1", "010500000000CDCA" },
        { "a running delay is ended only by a delay of 0", "eletechsup-r4", "relay1", "010600010600DBAA" },
        { "the relay's coil", "wirenboard-wb-mr6c", "relay2", "010500010000" },
        { "the pulse coil", "moxa-iologik-e1214", "relay1", "010500100000" },
        { "the relay's coil, never a count of 0, which is without end", "advantech-adam-6060", "relay1", "010500100000" },
        { "command 0", "generic-keypad-lock", "lock", "010600010000" },
        { "an output that cannot be pulsed can still be switched off", "brainboxes-ed-588", "output1", "010500000000CDCA" },
    };

    [Theory, MemberData(nameof(Offs))]
    public void AreOffs(string why, string profile, string point, string frames) =>
        AssertSent(why, profile, point, new DeviceCommand.SwitchOff(Point(1, point)), frames);

    public static TheoryData<string, string, string> Feedbacks => new()
    {
        { "granted", "AccessGranted", "010600020001" },
        { "names compare without case", "accessdenied", "010600020002" },
        { "a PIN is asked for", "RequirePin", "010600020003" },
        { "locked down", "LockedDown", "010600020006" },
    };

    [Theory, MemberData(nameof(Feedbacks))]
    public void AreFeedbacks(string why, string feedback, string frames) =>
        AssertSent(why, "generic-keypad-lock", "reader", new DeviceCommand.Indicate(Point(1, "reader"), feedback), frames);

    [Fact]
    public void AnEqualLengthIsNotWrittenTwice() // The module keeps it in flash memory.
    {
        var bench = Bench("wirenboard-wb-mr6c", "relay1", out var memory);
        foreach (var (at, length) in new[] { (1, 5), (2, 5), (3, 6) })
        {
            bench.Wire.At(TimeSpan.FromSeconds(at), () => _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "relay1"), TimeSpan.FromSeconds(length))));
        }

        bench.Run(4);
        Assert.Equal(["0606F80032", "050000FF00", "050000FF00", "0606F8003C", "050000FF00"], memory.Writes.Select(Convert.ToHexString));
    }

    [Fact]
    public async Task APulseWhoseLengthIsRefusedIsNotStarted()
    {
        var bench = Bench("wirenboard-wb-mr6c", "relay1", out var memory);
        memory.Refuse = body => body[0] == 6 ? (byte)3 : (byte)0;
        Task<CommandResult>? result = null;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => result = bench.Execute(new DeviceCommand.Pulse(Point(1, "relay1"), TimeSpan.FromSeconds(5))));
        bench.Run(2);
        Assert.True(result is { IsCompleted: true });
        Assert.IsType<CommandResult.Rejected>(await result);
        Assert.Empty(memory.Coils);
    }

    [Fact]
    public void AHostCountedPulseIsEndedAndItsEndRepeatedUntilItIsAcknowledged()
    {
        var watchdog = Assert.IsType<ProfileRead.Parsed>(ProfileReader.Read(ProfileTexts.Watchdog, "test")).Profile;
        var bench = new DoorLineBench { Profiles = ProfileCatalog.With(watchdog) };
        var memory = bench.AddMemory(1, "watchdog-relay", "relay");
        var refusals = 3;
        memory.Refuse = body => body[0] == 5 && body[3] == 0 && refusals-- > 0 ? (byte)6 : (byte)0;
        bench.Wire.At(TimeSpan.FromSeconds(1), () => _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "relay"), TimeSpan.FromSeconds(3))));
        bench.Run(8);
        var off = bench.Wire.Requests.Where(request => request.Frame[1] == 5 && request.Frame[4] == 0).Select(request => request.At).ToList();
        Assert.Equal(4, off.Count);
        Assert.InRange(off[0], TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4.1));
        Assert.Empty(memory.Coils);
    }

    private static void AssertSent(string why, string profile, string point, DeviceCommand command, string frames)
    {
        var bench = Bench(profile, point, out _);
        bench.Wire.At(TimeSpan.FromSeconds(1), () => _ = bench.Execute(command));
        bench.Run(2);
        var sent = string.Concat(bench.Wire.Requests.Select(request => request.Frame).Where(frame => frame[1] is 5 or 6 or 16).Select(Convert.ToHexString));
        var expected = frames.Replace(" ", "", StringComparison.Ordinal);

        // Frames without their CRC in the table are compared without it.
        var bare = string.Concat(
            bench.Wire.Requests.Select(request => request.Frame).Where(frame => frame[1] is 5 or 6 or 16).Select(frame => Convert.ToHexString(frame[..^2])));
        Assert.True(expected == sent || expected == bare, $"{why}: sent {sent}");
    }

    /// <summary>A device that is set as its profile wants it.</summary>
    private static DoorLineBench Bench(string profile, string point, out MemoryUnit memory)
    {
        var bench = new DoorLineBench();
        memory = bench.AddMemory(1, profile, point);
        var known = ProfileCatalog.Shipped.Find(profile)!;
        foreach (var setting in known.Settings)
        {
            memory.Holding[setting.Address] = setting.Minimum;
        }

        foreach (var check in known.Identity)
        {
            memory.Inputs[check.Address] = check.Words[0];
        }

        return bench;
    }
}
