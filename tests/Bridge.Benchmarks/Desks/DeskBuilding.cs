using System.Globalization;
using Bridge.Benchmarks.Products;
using Bridge.Simulators.Building;
using Bridge.Simulators.Cli.Demo;
using Bridge.Simulators.Cli.Demo.Admission;
using Bridge.Simulators.People;
using Bridge.Simulators.Processes;

namespace Bridge.Benchmarks.Desks;

/// <summary>The demo's building and people, and the product in a process of its own.</summary>
internal sealed class DeskBuilding : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string[] BusyDoors = ["lobby-main", "garage", "parcel-room", "roof", "pool"];

    private readonly string folder;
    private readonly Observer observer;
    private readonly DemoSite site;

    private DeskBuilding(string folder, World world, DemoSite site, BridgeProcess product, Observer observer)
    {
        this.folder = folder;
        World = world;
        this.site = site;
        Product = product;
        this.observer = observer;
    }

    public World World { get; }

    public BridgeProcess Product { get; }

    public Uri Address => new($"http://127.0.0.1:{site.HttpPort}/");

    public static async Task<DeskBuilding> OpenAsync(CancellationToken cancellationToken)
    {
        var keys = DemoKeys.Create();
        var world = WorldBuilder.Build(VisitorsEntrance.BesideThe(SixDoors.WithOsdpReaders(keys.Main, keys.Back)), TimeProvider.System);
        world.Start();
        var (folder, ports) = (Directory.CreateTempSubdirectory("accessbridge-desks-").FullName, FreePorts.Take(2));
        var site = new DemoSite(folder, ports[0], ports[1]);
        site.Write(world, DemoTimes.Short, keys);

        // The same resident is let in all the time here: on a real day that is refused.
        await File.WriteAllTextAsync(site.SiteFile, (await File.ReadAllTextAsync(site.SiteFile, cancellationToken)).Replace(
            "\"admission\": {", "\"admission\": { \"recognitionLimit\": 100,", StringComparison.Ordinal), cancellationToken);
        var commands = new ProductCommands(ProductFiles.Assembly(), site);
        if (await commands.ImportAsync(cancellationToken) is { ExitCode: not 0 } failed)
        {
            throw new InvalidOperationException(failed.Output);
        }

        var product = commands.Start(showOutput: false);
        var observer = await product.IsReadyAsync(StartLimit, cancellationToken)
            ? await Observer.ConnectAsync(site.MqttPort, new EventTally(), cancellationToken)
            : throw new InvalidOperationException($"The product did not start.{Environment.NewLine}{product.Output}");
        return new DeskBuilding(folder, world, site, product, observer);
    }

    /// <summary>The assistant, signed in.</summary>
    public async Task<ApiPerson> AssistantAsync(CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(site.Users))
        {
            await pace.WaitForNextTickAsync(cancellationToken);
        }

        return await ApiPerson.SignInAsync(site, "la", cancellationToken);
    }

    /// <summary>Cards that nobody knows, at one door after the other: an event each, and no door moves.</summary>
    public async Task ShowCardsAsync(TimeSpan pace, CancellationToken cancellationToken)
    {
        var stranger = Morning.Residents.Single(resident => resident.Standing == Standing.Unknown);
        using var timer = new PeriodicTimer(pace);
        try
        {
            for (var turn = 0; await timer.WaitForNextTickAsync(cancellationToken); turn++)
            {
                World.Doors[BusyDoors[turn % BusyDoors.Length]].Reader!.PresentCard(stranger.CardBits);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }

    public Task<long> EntriesAsync(CancellationToken cancellationToken) => Product.MetricAsync("accessbridge_journal_entries", cancellationToken);

    public async Task<long> PublishedAsync(CancellationToken cancellationToken) => await Product.MetricAsync("accessbridge_messages_published", cancellationToken);

    /// <summary>Resident memory of the product, in MB.</summary>
    public double Resident()
    {
        var line = File.ReadLines($"/proc/{Product.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await observer.DisposeAsync();
        await World.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
