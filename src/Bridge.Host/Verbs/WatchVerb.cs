using System.CommandLine;
using System.Text.Json;
using Bridge.Host.ReadModel;

namespace Bridge.Host.Verbs;

/// <summary>Looks at what the running service counts of its lines, again and again; what is shown is the caller's.</summary>
/// <param name="table">Rows from two looks, the first of them the head.</param>
/// <param name="none">What to say when there is no row.</param>
internal sealed class WatchVerb(Func<SiteFigures, SiteFigures, IReadOnlyList<string[]>> table, string none)
{
    private const int MostSeconds = 3600;

    /// <summary>To the first place of an empty terminal.</summary>
    private const string Clear = "\u001b[H\u001b[2J";

    public Command Create(string description)
    {
        var site = SiteOption.Create();
        var once = new Option<bool>("--once") { Description = "One table, of one interval, and the end." };
        var json = new Option<bool>("--json") { Description = "All figures as a line of JSON instead of a table; times in milliseconds." };
        var seconds = new Option<int>("--interval") { Description = $"Seconds between two looks, 1 to {MostSeconds}.", DefaultValueFactory = _ => 1 };
        var command = new Command("watch", description) { site, once, json, seconds };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(seconds) is var interval and >= 1 and <= MostSeconds
            ? RunAsync(
                parsed.GetRequiredValue(site), TimeSpan.FromSeconds(interval), parsed.GetValue(once), parsed.GetValue(json),
                parsed.InvocationConfiguration, cancellationToken)
            : Task.FromResult(Usage.Refuse(parsed, $"--interval: expected 1 to {MostSeconds}, found {parsed.GetValue(seconds)}.")));
        return command;
    }

    private async Task<int> RunAsync(
        string path, TimeSpan interval, bool once, bool json, InvocationConfiguration terminal, CancellationToken cancellationToken)
    {
        var (site, exit) = await LoadedSite.LoadAsync(path, terminal.Error, cancellationToken);
        if (site is null)
        {
            return exit;
        }

        using var interruption = Interruption.Watch(cancellationToken);
        using var service = new OperatorClient(site.Configuration.DataDirectory);
        try
        {
            await LookAsync(service, interval, once, json, terminal.Output, interruption.Token);
            return ExitCode.Ok;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            // Interrupted: the ordinary end of watching.
            return ExitCode.Ok;
        }
        catch (HttpRequestException failed)
        {
            await terminal.Error.WriteLineAsync(service.Unanswered(failed));
            return ExitCode.ServiceNotRunning;
        }
    }

    private async Task LookAsync(OperatorClient service, TimeSpan interval, bool once, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var clear = !once && !json && output == System.Console.Out && !System.Console.IsOutputRedirected ? Clear : "";
        var before = await FiguresAsync(service, cancellationToken);
        using var timer = new PeriodicTimer(interval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var now = await FiguresAsync(service, cancellationToken);
            await output.WriteAsync(clear + Text(before, now, json));
            await output.FlushAsync(cancellationToken);
            before = now;
            if (once)
            {
                return;
            }
        }
    }

    private string Text(SiteFigures before, SiteFigures now, bool json)
    {
        if (json)
        {
            return JsonSerializer.Serialize(now, SiteFigures.Json) + Environment.NewLine;
        }

        var rows = table(before, now);
        return string.Concat((rows.Count > 1 ? TextTable.Lines(rows) : [none]).Select(line => line + Environment.NewLine));
    }

    private static async Task<SiteFigures> FiguresAsync(OperatorClient service, CancellationToken cancellationToken)
    {
        using var answer = await service.GetAsync<JsonDocument>("lines", cancellationToken)
            ?? throw new HttpRequestException("it does not know the question; it is an older version");
        return answer.Deserialize<SiteFigures>(SiteFigures.Json) ?? throw new HttpRequestException("its answer is empty");
    }
}
