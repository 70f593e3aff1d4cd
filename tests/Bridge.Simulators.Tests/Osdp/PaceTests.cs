using System.Diagnostics;
using Bridge.Simulators.Building;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>Measured times against what the wire itself would take: (command + reply + marks) x 10 / speed + the longer of turnaround and idle + idle.</summary>
[Collection(AloneWithTime.Name)]
public sealed class PaceTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.03;
    private const int PacketLength = 8;

    /// <summary>Speed, turnaround in ms, idle in characters, marks, the time of one exchange in ms as published.</summary>
    public static TheoryData<int, int, int, int, double> Speeds => new()
    {
        { 9600, 0, 0, 0, 16.67 },
        { 9600, 3, 0, 0, 19.67 },
        { 9600, 3, 2, 1, 23.83 },
        { 38400, 0, 0, 0, 4.17 },
        { 38400, 3, 0, 0, 7.17 },
        { 38400, 3, 2, 1, 8.21 },
        { 115200, 0, 0, 0, 1.39 },
        { 115200, 0, 2, 1, 1.91 },
        { 115200, 3, 2, 1, 4.74 },
        { 115200, 200, 2, 1, 201.74 },
    };

    [Theory]
    [MemberData(nameof(Speeds))]
    public async Task AnExchangeTakesTheTimeOfTheWire(int speed, int turnaround, int idle, int marks, double published)
    {
        var pace = new LinePace { BitsPerSecond = speed, Turnaround = TimeSpan.FromMilliseconds(turnaround), IdleCharacters = idle };
        var exchanges = (int)Math.Clamp(1000 / published, 10, 200);
        var panel = await Run(pace, marks, exchanges);
        var times = panel.Completed.Zip(panel.Completed.Skip(1), (before, after) => Stopwatch.GetElapsedTime(before, after).TotalMilliseconds).Order().ToList();
        var (median, mean) = (times[times.Count / 2], times.Average());
        output.WriteLine($"{speed}, {turnaround} ms, idle {idle}, {marks} marks: {published} ms published, median {median:0.000}, mean {mean:0.000}, {times[0]:0.000} to {times[^1]:0.000}");

        Assert.InRange(median, published * (1 - Tolerance), published * (1 + Tolerance));
        Assert.True(mean > published * (1 - 0.01), $"faster than the wire: {mean:0.000} ms");
    }

    [Theory]
    [InlineData(9600, 1)]
    [InlineData(9600, 8)]
    [InlineData(115200, 1)]
    [InlineData(115200, 4)]
    public async Task NoByteComesBeforeItsTime(int speed, int together)
    {
        var pace = new LinePace { BitsPerSecond = speed, IdleCharacters = 0, BytesTogether = together };
        var panel = await Run(pace, 0, 20);
        var early = 0;
        for (var i = 0; i < panel.Lumps.Count; i++)
        {
            var (count, at) = panel.Lumps[i];
            var exchange = (count - 1) / PacketLength;
            var characters = PacketLength + count - (exchange * PacketLength);
            early += Stopwatch.GetElapsedTime(panel.Sent[exchange], at).TotalSeconds < characters * 10.0 / speed - 5e-6 ? 1 : 0;
        }

        output.WriteLine($"{early} of {panel.Lumps.Count} lumps came early");
        Assert.Equal((0, 20 * PacketLength / together), (early, panel.Lumps.Count));
    }

    [Fact]
    public async Task ALineWithoutASpeedIsFaster()
    {
        // The control of the test above: what is not held back does come before its time.
        var panel = await Run(LinePace.Unlimited, 0, 20);

        Assert.True(Stopwatch.GetElapsedTime(panel.Sent[10], panel.Completed[10]).TotalSeconds < 2 * PacketLength * 10.0 / 9600);
    }

    [Theory]
    [InlineData(9600, 23.83)]
    [InlineData(38400, 8.21)]
    [InlineData(115200, 4.74)]
    public async Task ATerminalHasTheTimeOfTheWire(int speed, double published)
    {
        ReaderHost.SkipWithoutTerminals(LineKind.OsdpPty);
        var stop = TestContext.Current.CancellationToken;
        var pace = new LinePace { BitsPerSecond = speed, Turnaround = TimeSpan.FromMilliseconds(3) };
        await using var world = WorldBuilder.Build(
            new WorldPlan([new LinePlan("line", LineKind.OsdpPty, [new DevicePlan("reader", 5, DeviceModel.OsdpReader)], Pace: pace)], [], null), TimeProvider.System);
        world.Start();
        // The published time has a mark before each packet, and these have none.
        var expected = published - (2 * 10_000.0 / speed);
        var times = await Task.Factory.StartNew(() => TimesOf(world.Lines["line"].Address, 60), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        output.WriteLine($"{speed} on a terminal: {expected:0.000} ms expected, median {times[30]:0.000}, {times[0]:0.000} to {times[^1]:0.000}");
        Assert.InRange(times[30], expected * (1 - Tolerance), expected * (1 + Tolerance));
    }

    [Fact]
    public async Task WaitingForTheWireTakesLittleOfTheMachine()
    {
        // The whole process is measured: what is compiled for the first time, and what else runs in it, is in some of the turns, and a wait that spins in each.
        List<double> shares = [];
        for (var turn = 0; turn < 5; turn++)
        {
            var (used, begun) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            await Run(new LinePace { BitsPerSecond = 9600 }, 0, 40);
            shares.Add((Environment.CpuUsage.TotalTime - used) / Stopwatch.GetElapsedTime(begun));
        }

        output.WriteLine($"of a processor: {string.Join(", ", shares.Select(share => $"{share:0.00}"))}");
        Assert.True(shares.Min() < 0.3, $"never less of a processor than {shares.Min():0.00}");
    }

    /// <summary>Exchanges on a terminal in ms, shortest first, from a thread that does nothing else.</summary>
    private static List<double> TimesOf(string path, int exchanges)
    {
        using var terminal = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0);
        List<double> times = [];
        var buffer = new byte[PacketLength];
        byte[][] commands = [.. Enumerable.Range(0, 4).Select(sequence => Hex.Bytes(ReaderTable.Command(sequence, "60")))];
        var before = Stopwatch.GetTimestamp();
        for (var i = 0; i <= exchanges; i++)
        {
            terminal.Write(commands[i == 0 ? 0 : 1 + ((i - 1) % 3)]);
            terminal.ReadExactly(buffer);
            var now = Stopwatch.GetTimestamp();
            times.Add(Stopwatch.GetElapsedTime(before, now).TotalMilliseconds);
            before = now;
        }

        // The first one has no reply before it and no idle.
        return [.. times.Skip(1).Order()];
    }

    private static async Task<EchoingPanel> Run(LinePace pace, int marks, int exchanges)
    {
        using var surroundings = new Surroundings(TimeProvider.System);
        var line = new OsdpLine("line", surroundings) { Pace = pace };
        var reader = new OsdpReader("reader", 5, surroundings, new ReaderProfile { BitsPerSecond = pace.IsLimited ? pace.BitsPerSecond : 9600 });
        reader.SetFaults(new ReaderFaults { Marks = marks });
        line.Add(reader);
        byte[][] commands = [.. Enumerable.Range(0, 4).Select(sequence => (byte[])[.. Enumerable.Repeat((byte)0xFF, marks), .. Hex.Bytes(ReaderTable.Command(sequence, "60"))])];
        var panel = new EchoingPanel(commands, PacketLength + marks, exchanges);
        var session = line.Connect(panel, SlaveFraming.Serial);
        await panel.RunAsync(session, TestContext.Current.CancellationToken);
        session.End();
        return panel;
    }
}
