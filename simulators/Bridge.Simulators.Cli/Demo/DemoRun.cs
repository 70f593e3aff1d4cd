using Bridge.Simulators.Building;
using Bridge.Simulators.Cli.Demo.Admission;
using Bridge.Simulators.People;
using Bridge.Simulators.Processes;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>One demo from start to end: world, site, product, observer, people on duty, and the morning.</summary>
internal sealed class DemoRun(DemoOptions options, DemoKeys keys, World world) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly string directory = Directory.CreateTempSubdirectory("accessbridge-demo-").FullName;
    private readonly EventTally tally = new();

    public static DemoRun Create(DemoOptions options)
    {
        var keys = DemoKeys.Create();
        return new DemoRun(options, keys, WorldBuilder.Build(VisitorsEntrance.BesideThe(SixDoors.WithOsdpReaders(keys.Main, keys.Back)), TimeProvider.System));
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        world.Start();
        Guests.Instruct(world);
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
        await Deadline.UntilAsync(() => File.Exists(site.Users), StartLimit, cancellationToken);
        using var staff = await Staff.SignInAsync(site, world, withAssistant: options.Headless, cancellationToken);
        return options.Headless
            ? await new HeadlessMorning(options, world, tally).RunAsync(staff, product, bridge, observer, cancellationToken)
            : await RunForAPersonAsync(site, staff, bridge, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private async Task<int> RunForAPersonAsync(DemoSite site, Staff staff, BridgeProcess bridge, CancellationToken cancellationToken)
    {
        await using var control = new Control.ControlServer(world, new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        await control.StartAsync(cancellationToken);
        Guide.Print(site, ProductAssembly.Find(), control.Address, bridge.Id);
        var work = staff.WorkAsync(cancellationToken);
        try
        {
            while (!bridge.HasExited)
            {
                var guests = staff.AttendAsync(guest => Console.WriteLine($"    {guest}"), cancellationToken);
                await new ScriptPlayer(world, Morning.Script(options.Seed), act => Console.WriteLine($"    {act}")).RunAsync(cancellationToken);
                await guests;
                Console.WriteLine("The morning starts again. Ctrl+C ends the demo.");
            }

            Console.WriteLine("The product has ended; its data are still here until the demo ends.");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Good bye.");
        }

        await work;
        return 0;
    }
}
