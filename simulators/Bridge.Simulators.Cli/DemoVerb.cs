using System.CommandLine;
using Bridge.Simulators.Cli.Demo;

namespace Bridge.Simulators.Cli;

/// <summary>A lobby in a box: the simulated building, the product beside it, and a morning of people.</summary>
internal static class DemoVerb
{
    private static readonly Option<bool> Headless = new("--headless") { Description = "Play the script fast, print one line of JSON, and end." };
    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "With --headless: how long the whole script may take.",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "The seed of the morning.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int?> HttpPort = new("--http-port") { Description = "Where the page is; without it a free port." };
    private static readonly Option<int?> MqttPort = new("--mqtt-port") { Description = "Where the demo's broker listens; without it a free port." };

    public static Command Create()
    {
        var command = new Command("demo", "Start a simulated building with the product and a scripted morning.") { Headless, Seconds, Seed, HttpPort, MqttPort };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var options = new DemoOptions(
            arguments.GetValue(Headless), TimeSpan.FromSeconds(arguments.GetValue(Seconds)), arguments.GetValue(Seed),
            arguments.GetValue(HttpPort), arguments.GetValue(MqttPort));
        await using var run = DemoRun.Create(options);
        return await run.RunAsync(cancellationToken);
    }
}
