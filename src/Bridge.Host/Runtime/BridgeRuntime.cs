using Bridge.Host.ReadModel;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>
/// Starts and stops the parts in the order that matters: fire first and last, the engine before its sources, the broker after everything. Started
/// before there is a page: somebody may be standing at a door.
/// </summary>
public sealed class BridgeRuntime(RuntimeParts parts, SiteHolder site, ILogger<BridgeRuntime> log) : IAsyncDisposable
{
    private readonly CancellationTokenSource failing = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource engineStopping = new();
    private Task engine = Task.CompletedTask;
    private Task others = Task.CompletedTask;
    private bool stopped;

    /// <summary>Cancelled when a part has failed: the process has to go.</summary>
    public CancellationToken Failed => failing.Token;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var configuration = site.Current;
        parts.Fire.Start();
        await parts.Queue.PostAsync(
            new EngineItem.Asked(parts.Clock.Timestamp, at => new PolicyInput.ConfigurationApplied(at, configuration.Rules)), cancellationToken);
        await parts.Queue.PostAsync(new EngineItem.Asked(parts.Clock.Timestamp, at => new PolicyInput.BridgeStarted(at)), cancellationToken);
        engine = GuardAsync("engine", token => Task.Factory.StartNew(
            () => parts.Engine.RunAsync(token), token, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap(), engineStopping.Token);
        parts.Lines.Start(configuration.Lines, parts.Factory.Create(configuration, new Translation.WiringIndex(configuration.Wiring)));
        others = Task.WhenAll(
            GuardAsync("ticker", parts.Ticker.RunAsync, stopping.Token),
            GuardAsync("register watch", parts.Register.RunAsync, stopping.Token),
            GuardAsync("retention", parts.Retention.RunAsync, stopping.Token),
            GuardAsync("broker session", parts.Broker.RunAsync, stopping.Token));
        log.LogInformation("Site {Site}: {Doors} doors on {Lines} lines", configuration.Site, configuration.Rules.Doors.Count, configuration.Lines.Count);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        await parts.Lines.StopAsync();
        await parts.Effects.StopAsync();
        await engineStopping.CancelAsync();
        await engine;
        await parts.Broker.FinishAsync(cancellationToken);
        await stopping.CancelAsync();
        await others;
        parts.Fire.Dispose();
    }

    /// <summary>Stops what still runs: a host that could not start, because its port is taken, stops nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        stopping.Dispose();
        engineStopping.Dispose();
        failing.Dispose();
    }

    // A part that ends by itself is a bug: the process says so and goes, and whoever supervises it starts it again in a known state.
    private async Task GuardAsync(string name, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.LogDebug("The {Part} stopped", name);
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "The {Part} failed; the service stops", name);
            Environment.ExitCode = Verbs.ExitCode.InternalError;
            await failing.CancelAsync();
        }
    }
}
