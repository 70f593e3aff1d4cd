using Bridge.Devices.Profiles;
using Bridge.Devices.Tests.Profiles;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>
/// Outputs that only a watchdog ends: the host counts the pulse, and its polls keep the watchdog quiet. Whatever gets lost, the lock goes off.
/// </summary>
public sealed class HostCountedPulseTests(ITestOutputHelper output)
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    public void APulseIsEndedInTheNextSessionWhenTheLinkBrokeInTheMiddle()
    {
        var (bench, relay) = Bench();
        bench.Wire.At(TimeSpan.FromSeconds(1), () => _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "relay"), TwoSeconds)));
        bench.Wire.At(TimeSpan.FromSeconds(1.5), () => bench.Wire.IsLost = true);
        Assert.IsType<LineEnd.LinkLost>(bench.Run(3));
        bench.Wire.IsLost = false;
        TimeSpan? off = null;
        bench.Wire.OnRequest = frame =>
        {
            off ??= IsOff(frame) ? bench.Wire.Now : null;
            return true;
        };
        bench.Run(5);
        Assert.Empty(relay.Coils);
        Assert.True(off >= TimeSpan.FromSeconds(3) && off < TimeSpan.FromSeconds(3.2), $"the pulse lasts as long as was asked for: ended at {off}");
    }

    [Fact]
    public void ALockFoundOnThatNobodyCommandedIsSwitchedOff()
    {
        var (bench, relay) = Bench();
        relay.Coils.Add(0); // A host before us stopped in the middle of a pulse.
        bench.Run(1);
        Assert.Empty(relay.Coils);
        Assert.Single(relay.Writes);
        Assert.Equal([PointReading.On, PointReading.Off], bench.Of<DeviceEvent.OutputRead>().Select(read => read.Reading));
    }

    [Fact]
    public void AnOutputThatTheDeviceEndsIsLeftToTheDevice()
    {
        var bench = new DoorLineBench();
        var board = bench.AddMemory(1, "waveshare-relay-8", "relay1");
        board.Coils.Add(0);
        bench.Run(1);
        Assert.Empty(board.Writes);
    }

    [Fact]
    public void TheEndOfAPulseIsTriedEverMoreRarelyAtADeadUnitAndAtOnceWhenItReturns()
    {
        var (bench, relay) = Bench();
        bench.AddKeypad(2); // Somebody answers, so the line stays open.
        bench.Wire.At(TimeSpan.FromSeconds(1), () => _ = bench.Execute(new DeviceCommand.Pulse(Point(1, "relay"), TwoSeconds)));
        bench.Wire.At(TimeSpan.FromSeconds(1.5), () => bench.Wire.Units[1].IsDead = true);
        bench.Wire.At(TimeSpan.FromSeconds(61.5), () => bench.Wire.Units[1].IsDead = false);
        TimeSpan? answered = null;
        bench.Wire.Units[1].Spoil = frame =>
        {
            answered ??= bench.Wire.Now > TimeSpan.FromSeconds(61.5) ? bench.Wire.Now : null;
            return frame;
        };
        bench.Run(100);
        var asked = bench.Wire.Requests.Count(request => request.Frame[0] == 1 && request.At >= TimeSpan.FromSeconds(1.5) && request.At < TimeSpan.FromSeconds(61.5));
        var off = bench.Wire.Requests.Last(request => IsOff(request.Frame)).At;
        output.WriteLine($"asked {asked} times in 60 s of silence; first answer at {answered}, off at {off}");
        Assert.InRange(asked, 5, 30);
        Assert.Empty(relay.Coils);
        Assert.True(off - answered < TimeSpan.FromSeconds(0.5), $"first answer at {answered}, off at {off}");
    }

    private static bool IsOff(byte[] frame) => frame is [1, 5, 0, 0, 0, 0, ..];

    private static (DoorLineBench Bench, MemoryUnit Relay) Bench()
    {
        var profile = Assert.IsType<ProfileRead.Parsed>(ProfileReader.Read(ProfileTexts.Watchdog, "test.json")).Profile;
        var bench = new DoorLineBench { Profiles = ProfileCatalog.With(profile) };
        return (bench, bench.AddMemory(1, "watchdog-relay", "relay"));
    }
}
