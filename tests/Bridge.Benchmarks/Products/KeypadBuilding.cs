using Bridge.Benchmarks.Sites;
using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Processes;

namespace Bridge.Benchmarks.Products;

/// <summary>A simulated building of keypad locks on a TCP line and on a pseudo-terminal, and the site file that fits it.</summary>
internal sealed class KeypadBuilding : IAsyncDisposable
{
    public const string Tcp = "tcp";
    public const string Terminal = "pty";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string product;

    private KeypadBuilding(string product, World world, BenchmarkSite site)
    {
        this.product = product;
        World = world;
        Site = site;
    }

    public World World { get; }

    public BenchmarkSite Site { get; }

    /// <summary>Opens the lines, writes the site and imports the residents.</summary>
    /// <param name="product">The assembly that imports, and that <see cref="StartProduct"/> runs.</param>
    public static async Task<KeypadBuilding> OpenAsync(string product, int unitsOnALine, int cards, CancellationToken cancellationToken)
    {
        var plan = new WorldPlan([Line(Tcp, LineKind.ModbusTcp, unitsOnALine), Line(Terminal, LineKind.Pty, unitsOnALine)], [.. Doors(Tcp, unitsOnALine), .. Doors(Terminal, unitsOnALine)], Fire: null);
        var world = WorldBuilder.Build(plan, TimeProvider.System);
        world.Start();
        var ports = FreePorts.Take(2);
        var tcp = world.Lines[Tcp].Address;
        var lines = new Dictionary<string, (string, int)>
        {
            [Tcp] = ($$"""{ "kind": "modbusTcp", "host": "127.0.0.1", "port": {{tcp[(tcp.LastIndexOf(':') + 1)..]}} }""", unitsOnALine),
            [Terminal] = ($$"""{ "kind": "modbusRtu", "serialPort": "{{world.Lines[Terminal].Address}}", "baud": 115200 }""", unitsOnALine),
        };
        var site = new BenchmarkSite(lines, ports[0], ports[1]);
        site.Write(cards, "50 ms");
        await ProductFiles.RunAsync(product, ["import", "--site", site.SiteFile, site.Residents], cancellationToken);
        return new KeypadBuilding(product, world, site);
    }

    public BridgeProcess StartProduct() => BridgeProcess.Start(product, Site.HttpPort, ["run", "--site", Site.SiteFile]);

    public KeypadLock Keypad(string line, int unit) => World.Keypad(BenchmarkSite.Device(line, unit));

    /// <summary>Waits until every keypad has told a card to the product, and been told to forget it.</summary>
    public async Task<bool> ForgotAllAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (World.Devices.Values.OfType<KeypadLock>().Any(keypad => keypad.Memory.Kept.Count > 0))
        {
            if (clock.Elapsed > StartLimit)
            {
                return false;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        Site.Dispose();
    }

    private static LinePlan Line(string name, LineKind kind, int units) =>
        new(name, kind, [.. Enumerable.Range(1, units).Select(unit => new DevicePlan(BenchmarkSite.Device(name, unit), (byte)unit, DeviceModel.KeypadLock))]);

    private static IEnumerable<DoorPlan> Doors(string line, int units) => Enumerable.Range(1, units).Select(unit =>
    {
        var device = BenchmarkSite.Device(line, unit);
        return new DoorPlan(BenchmarkSite.Door(line, unit), $"{device}.lock", $"{device}.contact", $"{device}.bolt", Rex: null, Tamper: null, device);
    });
}
