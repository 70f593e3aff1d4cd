using System.Collections.Concurrent;
using System.Net;
using Bridge.Devices.Osdp;
using Bridge.Devices.Profiles;
using Bridge.Devices.Transport;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;
using SimulatedLine = Bridge.Simulators.Osdp.Lines.OsdpLine;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>The product's line against paced simulated readers over a pseudo-terminal or a socket, in real time.</summary>
internal sealed class LiveLine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Surroundings _surroundings = new(TimeProvider.System);
    private readonly SemaphoreSlim _heardSome = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ISlaveLink _link;
    private Task<LineEnd>? _running;

    public LiveLine(bool isSerial, bool isSecure, int baud, int readers, TimeSpan poll)
    {
        var bus = new SimulatedLine("line", _surroundings)
        {
            Pace = new LinePace { BitsPerSecond = baud, Turnaround = TimeSpan.FromMilliseconds(3), BytesTogether = 1 },
        };
        var path = Path.Combine(Path.GetTempPath(), $"accessbridge-osdp-{Environment.ProcessId}-{Path.GetRandomFileName()}");
        _link = isSerial && OperatingSystem.IsLinux() ? new PtySlave(bus, path) : new TcpSlaveServer(bus, new IPEndPoint(IPAddress.Loopback, 0), SlaveFraming.RtuOverTcp);
        var devices = new List<DeviceDefinition>();
        for (byte address = 0; address < readers; address++)
        {
            var reader = new OsdpReader($"reader{address}", address, _surroundings, new ReaderProfile { BitsPerSecond = baud, Key = isSecure ? ReaderBench.Key(address) : null });
            bus.Add(reader);
            Readers.Add(reader);
            devices.Add(new DeviceDefinition(
                ReaderBench.Device(address), address, "", poll, null, [new PointDefinition("reader", false, null), new PointDefinition("output1", false, null)],
                isSecure ? OsdpSecurity.WithKey(ReaderBench.Key(address)) : OsdpSecurity.Clear));
        }

        Definition = new LineDefinition(new LineId("line"), isSerial ? "osdp" : "osdpTcp", LinkOf(isSerial, baud, path), devices);
    }

    public List<OsdpReader> Readers { get; } = [];

    public LineDefinition Definition { get; private set; }

    public Devices.Osdp.OsdpLine Line { get; private set; } = null!;

    public ConcurrentQueue<DeviceEvent> Heard { get; } = new();

    public ISlaveLink Link => _link;

    public void Start()
    {
        Prepare();
        Run();
    }

    public void Prepare()
    {
        _link.Start();
        if (_link is TcpSlaveServer server)
        {
            Definition = Definition with { Link = new LinkDefinition.Tcp("127.0.0.1", server.Port, TimeSpan.FromSeconds(2)) };
        }

        Line = (Devices.Osdp.OsdpLine)DriverCatalog.Create(Definition, ProfileCatalog.Shipped, TimeProvider.System);
    }

    public void Run() => _running = Run(_stop.Token);

    public Task<LineEnd> Run(CancellationToken cancellationToken) => Line.RunAsync(Hear, cancellationToken);

    public async Task<LineEnd> Ended(CancellationToken cancellationToken) => await _running!.WaitAsync(Patience, cancellationToken);

    public async Task Until(Func<IEnumerable<DeviceEvent>, bool> holds, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (!holds(Heard))
        {
            await _heardSome.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Line.DisposeAsync();
        await _link.DisposeAsync();
        _surroundings.Dispose();
        _stop.Dispose();
        _heardSome.Dispose();
    }

    private bool Hear(DeviceEvent happened)
    {
        Heard.Enqueue(happened);
        if (happened is DeviceEvent.CredentialRead read)
        {
            Line.Confirm(read.Point, read.Number);
        }

        _heardSome.Release();
        return true;
    }

    private static LinkDefinition LinkOf(bool isSerial, int baud, string path) => isSerial
        ? new LinkDefinition.Serial(path, baud, SerialParity.None, 8, 1, false, false, false, false)
        : new LinkDefinition.Tcp("127.0.0.1", 1, TimeSpan.FromSeconds(2));
}
