using Bridge.Devices.Profiles;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>How late an input is told when its unit answers in 80 ms beside neighbours that answer in 3 ms, and is therefore asked more rarely.</summary>
public sealed class SlowNeighbourTests(ITestOutputHelper output)
{
    private const byte Slow = 9;
    private const int Changes = 10;

    [Theory]
    [InlineData(PointUse.Fire, 0, 0.6, "the building waits for it")]
    [InlineData(PointUse.Contact, 0, 4.2, "a forced door is told as soon as the cards at the others allow: 120 times the 30 ms beyond what they bear")]
    [InlineData(PointUse.Any, 2, 15, "control: without such a use it is held back")]
    public void TheLongestDelayDependsOnWhatIsWiredToIt(PointUse use, double least, double most, string why)
    {
        var bench = new DoorLineBench();
        for (byte unit = 1; unit < Slow; unit++)
        {
            bench.AddKeypad(unit);
        }

        var board = bench.AddMemory(Slow, "waveshare-relay-8-di", "input8");
        bench.Uses[Point(Slow, "input8")] = use;
        bench.Wire.Units[Slow].Delay = TimeSpan.FromMilliseconds(80);
        var changed = TimeSpan.Zero;
        var delays = new List<TimeSpan>();
        bench.Host = happened =>
        {
            if (changed > TimeSpan.Zero && happened is DeviceEvent.InputRead read && read.Point.Device == Device(Slow))
            {
                delays.Add(bench.Wire.Now - changed);
            }

            return true;
        };
        for (var change = 1; change <= Changes; change++)
        {
            var on = change % 2 == 1;
            bench.Wire.At(TimeSpan.FromSeconds(17.3 * change), () =>
            {
                changed = bench.Wire.Now;
                _ = on ? board.Discretes.Add(7) : board.Discretes.Remove(7);
            });
        }

        bench.Run(17.3 * (Changes + 1));
        output.WriteLine($"{use}: {delays.Count} changes told after at most {delays.Max().TotalSeconds:0.00} s");
        Assert.Equal(Changes, delays.Count);
        Assert.True(delays.Max().TotalSeconds >= least && delays.Max().TotalSeconds <= most, $"{why}: {delays.Max()}");
    }
}
