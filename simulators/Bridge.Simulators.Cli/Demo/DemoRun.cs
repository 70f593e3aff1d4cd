using Bridge.Simulators.Building;
using Bridge.Simulators.People;
using Bridge.Simulators.Processes;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>One demo from start to end: world, site, product, observer, script, and the verdict.</summary>
internal sealed class DemoRun(DemoOptions options, DemoKeys keys, World world) : IAsyncDisposable
{
    /// <summary>The exit code for an event that did not arrive: no disturbed machine excuses that, so nobody may simply try again.</summary>
    private const int SomethingLost = 2;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestAct = TimeSpan.FromMilliseconds(350);

    private readonly string directory = Directory.CreateTempSubdirectory("accessbridge-demo-").FullName;
    private readonly EventTally tally = new();

    public static DemoRun Create(DemoOptions options)
    {
        var keys = DemoKeys.Create();
        return new DemoRun(options, keys, WorldBuilder.Build(SixDoors.WithOsdpReaders(keys.Main, keys.Back), TimeProvider.System));
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        world.Start();
        var ports = FreePorts.Take(2);
        var site = new DemoSite(directory, options.HttpPort ?? ports[0], options.MqttPort ?? ports[1]);
        site.Write(world, options.Headless ? DemoTimes.Short : DemoTimes.Real, keys);
        var product = new ProductCommands(ProductAssembly.Find(), site);
        if (await product.ImportAsync(cancellationToken) is { ExitCode: not 0 } failed)
        {
            await Console.Error.WriteLineAsync(failed.Output);
            return 1;
        }

        await using var bridge = product.Start(showOutput: !options.Headless);
        if (!await bridge.IsReadyAsync(StartLimit, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"The product did not start.{Environment.NewLine}{bridge.Output}");
            return 1;
        }

        await using var observer = await Observer.ConnectAsync(site.MqttPort, tally, cancellationToken);
        return options.Headless
            ? await RunHeadlessAsync(product, bridge, observer, cancellationToken)
            : await RunForAPersonAsync(site, bridge, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private async Task<int> RunHeadlessAsync(ProductCommands product, BridgeProcess bridge, Observer observer, CancellationToken cancellationToken)
    {
        var before = await bridge.MetricAsync("accessbridge_journal_entries", cancellationToken);
        if (!await UntilAsync(() => tally.DoorsOnline == world.Doors.Count, StartLimit, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"Only {tally.DoorsOnline} doors came online.{Environment.NewLine}{bridge.Output}");
        }

        var morning = Morning.Script(options.Seed);
        var script = morning.Compressed(morning.Length / (options.Limit - Settling), ShortestAct);
        await new ScriptPlayer(world, script, _ => { }).RunAsync(cancellationToken);
        await UntilAsync(() => DemoSummary.Agrees(script.Expected, tally), Settling, cancellationToken);
        var online = tally.DoorsOnline;
        await observer.QuietAsync(TimeSpan.FromSeconds(1), cancellationToken);
        var waiting = await bridge.MetricAsync("accessbridge_outbox_waiting", cancellationToken);
        await bridge.StopAsync(cancellationToken);
        var journalled = await product.EventIdsAsync(before, cancellationToken);
        var unread = world.Oracle().Acknowledged.Count - journalled.Reads;
        var untold = journalled.Events.Except(tally.Ids).Count();
        var summary = new DemoSummary(
            online, tally.Granted, tally.Denied, tally.Alarms, tally.Ids.Count, waiting, Math.Max(0, unread) + untold,
            online == world.Doors.Count && untold == 0 && unread <= 0 && waiting == 0 && DemoSummary.Agrees(script.Expected, tally));
        if (!summary.AsScripted)
        {
            await Console.Error.WriteLineAsync($"""
                Not as scripted. Expected {script.Expected.Granted} granted, denied {string.Join(", ", script.Expected.Denied)}, alarms {string.Join(", ", script.Expected.Alarms)}.
                {bridge.Output}
                {string.Join(Environment.NewLine, tally.Transcript)}
                """);
        }

        Console.WriteLine(summary.ToJson());
        return summary switch { { AsScripted: true } => 0, { Lost: > 0 } => SomethingLost, _ => 1 };
    }

    private async Task<int> RunForAPersonAsync(DemoSite site, BridgeProcess bridge, CancellationToken cancellationToken)
    {
        await using var control = new Control.ControlServer(world, new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        await control.StartAsync(cancellationToken);
        await UntilAsync(() => File.Exists(site.Users), StartLimit, cancellationToken);
        Guide.Print(site, ProductAssembly.Find(), control.Address, bridge.Id);
        try
        {
            while (!bridge.HasExited)
            {
                await new ScriptPlayer(world, Morning.Script(options.Seed), act => Console.WriteLine($"    {act}")).RunAsync(cancellationToken);
                Console.WriteLine("The morning starts again. Ctrl+C ends the demo.");
            }

            Console.WriteLine("The product has ended; its data are still here until the demo ends.");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Good bye.");
        }

        return 0;
    }

    private static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            if (clock.Elapsed > limit)
            {
                return false;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return true;
    }
}
