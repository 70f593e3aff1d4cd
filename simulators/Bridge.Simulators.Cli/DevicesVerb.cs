using System.CommandLine;
using System.Net;
using System.Text.Json;
using Bridge.Simulators.Building;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Control;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp.Lines;
using Bridge.Simulators.People;

namespace Bridge.Simulators.Cli;

/// <summary>Runs a world until it is stopped: for integrators, trainers and tests in another process.</summary>
internal static class DevicesVerb
{
    private const int WrongInput = 2;

    private static readonly Option<FileInfo?> World = new("--world") { Description = "A world as JSON; without it the built-in building of six doors." };
    private static readonly Option<string> Control = new("--control")
    {
        Description = "Where the control interface listens, loopback only; port 0 picks one.",
        DefaultValueFactory = _ => "127.0.0.1:0",
    };

    private static readonly Option<string[]> At = new("--at") { Description = "A line's port or terminal path: lobby=1502, tower=/tmp/tower. May be repeated." };
    private static readonly Option<double> Speed = new("--speed") { Description = "Simulated seconds to a real one.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double?> MorningFactor = new("--morning") { Description = "Play the scripted morning, this many times as fast." };
    private static readonly Option<int> Seed = new("--seed") { Description = "The seed of the morning.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> PrintWorld = new("--print-world") { Description = "Print the world as JSON and end." };
    private static readonly Option<bool> Json = new("--json") { Description = "Announce addresses as one line of JSON." };

    public static Command Create()
    {
        var command = new Command("devices", "Run the devices of a building until interrupted.")
        {
            World, Control, At, Speed, MorningFactor, Seed, PrintWorld, Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await RunWorldAsync(arguments, await PlanAsync(arguments, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception wrong) when (wrong is InvalidWorldException or JsonException or IOException or FormatException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongInput;
        }
    }

    private static async Task<WorldPlan> PlanAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var plan = arguments.GetValue(World) is { } file
            ? WorldPlan.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken))
            : SixDoors.Plan;
        foreach (var place in arguments.GetValue(At) ?? [])
        {
            plan = plan.At(place);
        }

        return plan;
    }

    private static async Task<int> RunWorldAsync(ParseResult arguments, WorldPlan plan, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(PrintWorld))
        {
            Console.WriteLine(plan.ToJson());
            return 0;
        }

        var speed = arguments.GetValue(Speed);
        await using var world = WorldBuilder.Build(plan, speed == 1 ? TimeProvider.System : new ScaledTime(TimeProvider.System, speed));
        await using var control = new ControlServer(world, IPEndPoint.Parse(arguments.GetValue(Control)!));
        world.Start();
        await control.StartAsync(cancellationToken);
        Announce(world, control, arguments.GetValue(Json));
        if (arguments.GetValue(MorningFactor) is { } factor)
        {
            var script = Morning.Script(arguments.GetValue(Seed)).Compressed(factor, TimeSpan.FromMilliseconds(300));
            await new ScriptPlayer(world, script, Console.WriteLine).RunAsync(cancellationToken);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return 0;
    }

    private static void Announce(World world, ControlServer control, bool json)
    {
        if (json)
        {
            var lines = world.Lines.ToDictionary(line => line.Key, line => line.Value.Address);
            Console.WriteLine(JsonSerializer.Serialize(new { control = control.Address, lines }));
            return;
        }

        foreach (var (id, link) in world.Lines)
        {
            IEnumerable<SimulatedDevice> devices = link.Bus is OsdpLine readers ? readers.Readers : link.Line.Devices;
            Console.WriteLine($"line {id} at {link.Address}: {string.Join(", ", devices.Select(device => $"{device.Unit} {device.Id}"))}");
        }

        Console.WriteLine($"control at {control.Address}");
    }
}
