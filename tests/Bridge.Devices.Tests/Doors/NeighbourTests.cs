using Bridge.Simulators.Devices;

namespace Bridge.Devices.Tests.Doors;

/// <summary>One of sixteen units on one shared serial line is dead, slow or babbling: what the others' doors feel of it.</summary>
public sealed class NeighbourTests(ITestOutputHelper output)
{
    private const int Units = 16;
    private const byte Victim = 5;
    private const int Seed = 20261124;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(50);

    public static TheoryData<string, int> Troubles => new()
    {
        { "dead from the start", 0 },
        { "dies in the middle", 1 },
        { "answers after 190 ms from the start", 2 },
        { "becomes slow in the middle", 3 },
        { "answers with garbage", 4 },
        { "answers later than every time-out", 5 },
        { "is flapping: dead and back every 5 s", 6 },
        { "babbles 8 bytes every second, asked or not", 7 },
        { "babbles 8 bytes every 0.2 s, asked or not", 8 },
        { "answers after 80 ms from the start", 9 },
    };

    [Theory, MemberData(nameof(Troubles))]
    public void CostTheOthersLittle(string why, int trouble)
    {
        var healthy = CardToPulse(-1);
        var troubled = CardToPulse(trouble);
        var (before, after) = (Percentile(healthy, 99), Percentile(troubled, 99));
        output.WriteLine($"seed {Seed}; {why}: {troubled.Count} cards at the 15 others, p50 {Percentile(healthy, 50).TotalMilliseconds:0.0} -> "
            + $"{Percentile(troubled, 50).TotalMilliseconds:0.0} ms, p99 {before.TotalMilliseconds:0.0} -> {after.TotalMilliseconds:0.0} ms, "
            + $"max {healthy.Max().TotalMilliseconds:0.0} -> {troubled.Max().TotalMilliseconds:0.0} ms");
        Assert.True(healthy.Count > 1000 && troubled.Count > 1000, $"{why}: {troubled.Count} cards opened, {healthy.Count} without trouble");
        Assert.True(after - before <= Allowed, $"{why}: p99 rose from {before} to {after}");
    }

    [Fact]
    public void ALineThatWaitsForEachUnitIsCaught() // Positive control: the measure must see a line without these rules.
    {
        var healthy = CardToPulse(-1);
        var spoiled = CardToPulse(-2);
        output.WriteLine($"every unit held up by 190 ms: p99 {Percentile(healthy, 99).TotalMilliseconds:0.0} -> {Percentile(spoiled, 99).TotalMilliseconds:0.0} ms");
        Assert.True(Percentile(spoiled, 99) - Percentile(healthy, 99) > Allowed);
    }

    private static TimeSpan Percentile(List<TimeSpan> times, int percent) => times.Order().ElementAt((int)Math.Ceiling(times.Count * percent / 100.0) - 1);

    private static List<TimeSpan> CardToPulse(int trouble)
    {
        var bench = new DoorLineBench();
        var keypads = Enumerable.Range(1, Units).ToDictionary(unit => (byte)unit, unit => bench.AddKeypad((byte)unit));
        var times = new List<TimeSpan>();
        var shown = new Dictionary<byte, TimeSpan>();
        bench.Host = happened => Grant(bench, happened);
        foreach (var unit in keypads.Keys.Where(unit => unit != Victim))
        {
            bench.Wire.Units[unit].Spoil = frame => Measure(bench, frame, shown, times);
        }

        Trouble(bench, trouble);
        PresentCards(bench, keypads, shown);
        bench.Run(Window.TotalSeconds + 2);
        Assert.True(trouble == -2 || shown.Count == 0, $"{shown.Count} cards were not answered");
        return times;
    }

    private static bool Grant(DoorLineBench bench, DeviceEvent happened)
    {
        if (happened is DeviceEvent.CredentialRead read)
        {
            _ = bench.Execute(new DeviceCommand.Pulse(new PointId(read.Device, "lock"), TimeSpan.FromSeconds(1)));
            bench.Line.Confirm(read.Point, read.Number);
        }

        return true;
    }

    /// <summary>Seen at the device: the command register was written.</summary>
    private static byte[] Measure(DoorLineBench bench, byte[] reply, Dictionary<byte, TimeSpan> shown, List<TimeSpan> times)
    {
        if (reply is [var unit, 6, 0, 1, ..] && shown.Remove(unit, out var at))
        {
            times.Add(bench.Wire.Now - at);
        }

        return reply;
    }

    /// <summary>Four cards a second at random doors, the same for every run; never two at one door before the first is served.</summary>
    private static void PresentCards(DoorLineBench bench, Dictionary<byte, KeypadLock> keypads, Dictionary<byte, TimeSpan> shown)
    {
        var random = new Random(Seed);
        var doors = keypads.Keys.Where(unit => unit != Victim).ToArray();
        for (var at = TimeSpan.FromSeconds(3); at < Window; at += TimeSpan.FromMilliseconds(50 + random.Next(200)))
        {
            var unit = doors[random.Next(doors.Length)];
            bench.Wire.At(at, () =>
            {
                if (shown.TryAdd(unit, bench.Wire.Now))
                {
                    keypads[unit].PresentCard("10110011100011110000111110");
                }
            });
        }
    }

    private static void Trouble(DoorLineBench bench, int trouble)
    {
        var victim = bench.Wire.Units[Victim];
        var middle = TimeSpan.FromSeconds(20);
        switch (trouble)
        {
            case -2:
                foreach (var unit in bench.Wire.Units.Values)
                {
                    unit.Delay = TimeSpan.FromMilliseconds(190);
                }

                break;
            case 0:
                victim.IsDead = true;
                break;
            case 1:
                bench.Wire.At(middle, () => victim.IsDead = true);
                break;
            case 2:
                victim.Delay = TimeSpan.FromMilliseconds(190);
                break;
            case 9:
                victim.Delay = TimeSpan.FromMilliseconds(80);
                break;
            case 3:
                bench.Wire.At(middle, () => victim.Delay = TimeSpan.FromMilliseconds(190));
                break;
            case 4:
                victim.Spoil = frame => [.. frame.Select(value => (byte)(value ^ 0x5A)), 1, 2, 3, 4, 5, 6, 7, 8];
                break;
            case 5:
                victim.Delay = TimeSpan.FromMilliseconds(700);
                break;
            case 7 or 8:
                Babble(bench, TimeSpan.FromMilliseconds(trouble == 7 ? 1000 : 200), new Random(Seed));
                break;
            case 6:
                for (var at = 0; at < Window.TotalSeconds; at += 10)
                {
                    bench.Wire.At(TimeSpan.FromSeconds(at + 5), () => victim.IsDead = true);
                    bench.Wire.At(TimeSpan.FromSeconds(at + 10), () => victim.IsDead = false);
                }

                break;
        }
    }

    private static void Babble(DoorLineBench bench, TimeSpan every, Random random) => bench.Wire.After(every + TimeSpan.FromMilliseconds(random.Next(20)), () =>
    {
        var noise = new byte[8];
        random.NextBytes(noise);
        bench.Wire.Arrive(TimeSpan.Zero, noise);
        Babble(bench, every, random);
    });
}
