using System.Collections.Concurrent;
using System.Diagnostics;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;
using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Disturbances;

namespace Bridge.Devices.Tests.Doors;

/// <summary>The line against the simulated building over real sockets and pseudo-terminals, in real time.</summary>
public sealed class SimulatedBuildingTests(ITestOutputHelper output)
{
    private const string Bits = "10110011100011110000111110";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static TheoryData<LineKind> Kinds => [LineKind.ModbusTcp, LineKind.RtuOverTcp, LineKind.Pty];

    [Theory, MemberData(nameof(Kinds))]
    public async Task ACardOpensADoorOnEveryKindOfLine(LineKind kind)
    {
        Skip(kind);
        var stop = TestContext.Current.CancellationToken;
        await using var world = World(kind);
        await using var session = new Session(world, kind);
        await session.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == 4, stop);
        var took = new List<double>();
        for (var card = 0; card < 20; card++)
        {
            var seen = session.Heard.OfType<DeviceEvent.CredentialRead>().Count();
            var at = Stopwatch.GetTimestamp();
            world.Keypad("lock").PresentCard(Bits);
            await session.Until(heard => heard.OfType<DeviceEvent.CredentialRead>().Count() > seen, stop);
            var pulse = new DeviceCommand.Pulse(Session.Point("lock", "lock"), TimeSpan.FromSeconds(0.1));
            Assert.IsType<CommandResult.Confirmed>(await session.Line.ExecuteAsync(pulse, CommandPriority.Lock, TimeSpan.FromSeconds(1), stop));
            took.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }

        await session.Until(_ => world.Keypad("lock").Memory.Kept.Count == 0, stop);
        Assert.Equal(20, session.Heard.OfType<DeviceEvent.CredentialRead>().Count(read => !read.QueuedWhileOffline));
        Assert.Equal(20, world.Keypad("lock").LockActivations.Sum(activation => activation.Commands));
        took.Sort();
        output.WriteLine($"{kind}: card to acknowledged pulse p50 {took[10]:0.0} ms, max {took[^1]:0.0} ms at 20 ms polls; {session.Line.Statistics}");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task EveryShippedKindOfOutputPulsesAndIsReadBack(LineKind kind)
    {
        Skip(kind);
        var stop = TestContext.Current.CancellationToken;
        await using var world = World(kind);
        await using var session = new Session(world, kind);
        await session.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == 4, stop);
        foreach (var (device, point, seconds) in new[] { ("lock", "lock", 0.3), ("relay", "relay1", 0.3), ("module", "relay1", 0.3), ("board", "relay1", 1.0) })
        {
            var result = await session.Line.ExecuteAsync(
                new DeviceCommand.Pulse(Session.Point(device, point), TimeSpan.FromSeconds(seconds)), CommandPriority.Lock, TimeSpan.FromSeconds(1), stop);
            Assert.True(result is CommandResult.Confirmed, $"{device}: {result}");
            await session.Until(heard => Readings(heard, Session.Point(device, point)) == "Off On Off", stop);
            var activation = Assert.Single(world.Devices[device].Outputs[point].Activations);
            Assert.Equal(1, activation.Commands);
            Assert.InRange(activation.Energised.TotalSeconds, seconds - 0.001, seconds + 0.2);
        }

        Assert.Empty(session.Heard.OfType<DeviceEvent.Remark>());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task ACutLineIsLostOpenedAgainAndTellsEverythingAgain(LineKind kind)
    {
        Skip(kind);
        var stop = TestContext.Current.CancellationToken;
        await using var world = World(kind);
        await using var session = new Session(world, kind);
        await session.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == 4, stop);
        world.Lines["line"].Unplug();
        await session.Until(heard => heard.OfType<DeviceEvent.Offline>().Count() == 4, stop);
        var refused = await session.Line.ExecuteAsync(
            new DeviceCommand.Pulse(Session.Point("lock", "lock"), TimeSpan.FromSeconds(1)), CommandPriority.Lock, TimeSpan.FromSeconds(1), stop);
        Assert.IsType<CommandResult.NotSent>(refused);
        world.Keypad("lock").PresentCard(Bits);
        world.Lines["line"].Replug();
        await session.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == 8 && heard.OfType<DeviceEvent.CredentialRead>().Any(), stop);
        Assert.True(session.Heard.OfType<DeviceEvent.CredentialRead>().Single().QueuedWhileOffline);
        Assert.Equal(4, session.Heard.OfType<DeviceEvent.Offline>().Count());
        Assert.Empty(world.Keypad("lock").LockActivations);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task InBadWeatherEveryReadArrivesAndNoPulseIsSentTwice(LineKind kind)
    {
        Skip(kind);
        var stop = TestContext.Current.CancellationToken;
        var weather = new Weather { Seed = 7, Drop = 0.01, Corrupt = 0.01, Truncate = 0.01, Duplicate = 0.02, WrongUnit = 0.01, GarbageBefore = 0.02, Split = 0.1 };
        await using var world = World(kind);
        await using var session = new Session(world, kind);
        await session.Until(heard => heard.OfType<DeviceEvent.Online>().Count() == 4, stop);
        world.Lines["line"].Line.SetWeather(weather);
        var sent = 0;
        var outcomes = new Dictionary<string, int>();
        for (var card = 0; card < 30; card++)
        {
            var presented = world.Keypad("lock").PresentCard(Bits);
            await session.Until(heard => heard.OfType<DeviceEvent.CredentialRead>().Any(read => (read.Number & 0xFFFF) == presented.Sequence), stop);
            var result = await session.Line.ExecuteAsync(
                new DeviceCommand.Pulse(Session.Point("lock", "lock"), TimeSpan.FromSeconds(0.1)), CommandPriority.Lock, TimeSpan.FromSeconds(2), stop);
            sent += result is CommandResult.Confirmed or CommandResult.OutcomeUnknown ? 1 : 0;
            outcomes[result.GetType().Name] = outcomes.GetValueOrDefault(result.GetType().Name) + 1;
        }

        var pulses = world.Keypad("lock").LockActivations.Sum(activation => activation.Commands);
        output.WriteLine($"{kind}, seed 7: 30 reads arrived, {string.Join(", ", outcomes.Select(each => $"{each.Value} {each.Key}"))}, {pulses} pulses at the lock; {session.Line.Statistics}");
        Assert.InRange(pulses, outcomes.GetValueOrDefault("Confirmed"), sent);
        var numbers = session.Heard.OfType<DeviceEvent.CredentialRead>().Select(read => read.Number & 0xFFFF).Distinct();
        Assert.Equal(Enumerable.Range(1, 30).Select(number => (uint)number), numbers);
    }

    private static string Readings(IEnumerable<DeviceEvent> heard, PointId point) =>
        string.Join(' ', heard.OfType<DeviceEvent.OutputRead>().Where(read => read.Point == point).Select(read => read.Reading));

    private static void Skip(LineKind kind) =>
        Assert.SkipUnless(kind != LineKind.Pty || OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");

    private static World World(LineKind kind)
    {
        DevicePlan[] devices =
        [
            new("lock", 1, DeviceModel.KeypadLock), new("relay", 2, DeviceModel.Waveshare), new("module", 3, DeviceModel.Wirenboard), new("board", 4, DeviceModel.Eletechsup),
        ];
        var world = WorldBuilder.Build(new WorldPlan([new LinePlan("line", kind, devices)], [], null), TimeProvider.System);
        world.Start();
        return world;
    }

    /// <summary>A line that is run again whenever its session ends, as the host does, with everything it says.</summary>
    private sealed class Session : IAsyncDisposable
    {
        private readonly ConcurrentQueue<DeviceEvent> _heard = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;

        public Session(World world, LineKind kind)
        {
            var address = world.Lines["line"].Address;
            LinkDefinition link = kind == LineKind.Pty
                ? new LinkDefinition.Serial(address, 115200, SerialParity.None, 8, 1, false, false, false, false)
                : new LinkDefinition.Tcp(address.Split(':')[0], int.Parse(address.Split(':')[1], null), TimeSpan.FromSeconds(1));
            var driver = kind switch
            {
                LineKind.ModbusTcp => "modbusTcp",
                LineKind.RtuOverTcp => "modbusRtuOverTcp",
                LineKind.Pty => "modbusRtu",
                LineKind.OsdpTcp or LineKind.OsdpPty or LineKind.IntercomTcp or LineKind.IntercomPty => throw new ArgumentException($"{kind} is no Modbus line"),
            };
            DeviceDefinition[] devices =
            [
                Device("lock", 1, "generic-keypad-lock", "contact", "lock", "reader"),
                Device("relay", 2, "waveshare-relay-8-di", "relay1", "input1"),
                Device("module", 3, "wirenboard-wb-mr6c", "relay1", "input1"),
                Device("board", 4, "eletechsup-ryn404e", "relay1"),
            ];
            Line = DriverCatalog.Create(new LineDefinition(new LineId("line"), driver, link, devices), ProfileCatalog.Shipped, TimeProvider.System);
            _running = RunAsync(_stop.Token);
        }

        public IDeviceLine Line { get; }

        public IEnumerable<DeviceEvent> Heard => _heard;

        public static PointId Point(string device, string point) => new(new DeviceId(device), point);

        public async Task Until(Func<IReadOnlyCollection<DeviceEvent>, bool> condition, CancellationToken cancellationToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
            var from = Stopwatch.GetTimestamp();
            while (!condition(_heard))
            {
                Assert.True(Stopwatch.GetElapsedTime(from) < Patience, $"heard: {string.Join("; ", _heard.TakeLast(20))}; {Line.Statistics}");
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
            await Line.DisposeAsync();
            _stop.Dispose();
        }

        private static DeviceDefinition Device(string name, byte unit, string profile, params string[] points) => new(
            new DeviceId(name), unit, profile, TimeSpan.FromMilliseconds(20), null, [.. points.Select(point => new PointDefinition(point, false, null))]);

        private async Task RunAsync(CancellationToken cancellationToken)
        {
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (await Line.RunAsync(Hear, cancellationToken) is not LineEnd.Stopped)
            {
                try
                {
                    await pause.WaitForNextTickAsync(cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        }

        private bool Hear(DeviceEvent happened)
        {
            _heard.Enqueue(happened);
            if (happened is DeviceEvent.CredentialRead read)
            {
                Line.Confirm(read.Point, read.Number);
            }

            return true;
        }
    }
}
