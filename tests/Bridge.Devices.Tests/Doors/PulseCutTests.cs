using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>The link is cut after every byte of a pulse and of its answer: at most one pulse reaches the device, and the caller is never told more than is known.</summary>
public sealed class PulseCutTests(ITestOutputHelper output)
{
    private const int FrameLength = 8;

    [Fact]
    public async Task NeverPulsesTwiceAndNeverClaimsWhatItDoesNotKnow()
    {
        var cuts = 0;
        var pulses = 0;
        var unknown = 0;
        foreach (var linkBreaks in new[] { true, false })
        {
            for (var cut = 0; cut < 2 * FrameLength; cut++)
            {
                var (result, seen) = await Cut(cut, linkBreaks);
                var executed = cut >= FrameLength;
                Assert.True(result is CommandResult.OutcomeUnknown, $"cut after {cut} bytes, link breaks {linkBreaks}: {result}");
                Assert.True(seen == (executed ? 1 : 0), $"cut after {cut} bytes, link breaks {linkBreaks}: {seen} pulses");
                cuts++;
                pulses += seen;
                unknown++;
            }
        }

        // Positive control: with nothing cut the same bench confirms, and an impatient caller who asks again does pulse twice.
        var (whole, once) = await Cut(2 * FrameLength, linkBreaks: false);
        Assert.IsType<CommandResult.Confirmed>(whole);
        Assert.Equal(1, once);
        var (_, twice) = await Cut(FrameLength, linkBreaks: false, askAgain: true);
        Assert.Equal(2, twice);
        output.WriteLine($"{cuts} cuts: {pulses} pulses at the device, {unknown} unknown outcomes, 0 second pulses; control: 2 pulses when the caller repeats");
    }

    /// <summary>The line goes on for ten seconds afterwards, over a new link when the old one broke.</summary>
    private static async Task<(CommandResult Result, int Pulses)> Cut(int bytes, bool linkBreaks, bool askAgain = false)
    {
        var bench = new DoorLineBench();
        var memory = bench.AddMemory(1, "waveshare-relay-8", "relay1");
        var unit = bench.Wire.Units[1];
        var armed = true;
        bench.Wire.OnRequest = frame =>
        {
            var cutHere = frame[1] == 5 && armed && bytes < FrameLength;
            bench.Wire.IsLost |= cutHere && linkBreaks;
            armed &= !cutHere;
            return !cutHere;
        };
        unit.Spoil = frame =>
        {
            if (frame[1] != 5 || !armed || bytes >= 2 * FrameLength)
            {
                return frame;
            }

            armed = false;
            if (linkBreaks)
            {
                bench.Wire.After(unit.Delay + TimeSpan.FromMilliseconds(1), () => bench.Wire.IsLost = true);
            }

            return frame[..(bytes - FrameLength)];
        };
        Task<CommandResult>? result = null;
        var pulse = new DeviceCommand.Pulse(Point(1, "relay1"), TimeSpan.FromSeconds(5));
        bench.Wire.At(TimeSpan.FromSeconds(1), () => result = bench.Execute(pulse));
        if (askAgain)
        {
            bench.Wire.At(TimeSpan.FromSeconds(4), () => _ = bench.Execute(pulse));
        }

        bench.Run(5);
        bench.Wire.IsLost = false;
        bench.Run(5);
        Assert.True(result is { IsCompleted: true });
        return (await result, memory.Writes.Count);
    }
}
