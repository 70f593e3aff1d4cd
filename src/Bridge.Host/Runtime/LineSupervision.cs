using Bridge.Devices;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>All lines of the site: runs a supervisor for each, and changes them on a reload.</summary>
public sealed class LineSupervision(LineSet lines, ILogger<LineSupervision> log) : IDisposable
{
    private readonly Lock gate = new();
    private IReadOnlyList<LineSupervisor> supervisors = [];
    private CancellationTokenSource? running;
    private Task work = Task.CompletedTask;

    public IReadOnlyList<LineSupervisor> Supervisors => Volatile.Read(ref supervisors);

    /// <summary>Starts the given lines; the ones before must have been stopped.</summary>
    public void Start(IReadOnlyList<LineDefinition> definitions, IReadOnlyList<LineSupervisor> made)
    {
        lock (gate)
        {
            lines.Use(definitions.Zip(made).SelectMany(pair =>
                pair.First.Devices.Select(device => KeyValuePair.Create(device.Device, pair.Second.Line))));
            Volatile.Write(ref supervisors, made);
            running?.Dispose();
            running = new CancellationTokenSource();
            var token = running.Token;
            work = Task.WhenAll(made.Select(supervisor => Task.Run(() => RunAsync(supervisor, token), CancellationToken.None)));
        }
    }

    public async Task StopAsync()
    {
        if (running is null)
        {
            return;
        }

        await running.CancelAsync();
        await work;
        foreach (var supervisor in Supervisors)
        {
            await supervisor.Line.DisposeAsync();
        }
    }

    public void Dispose() => running?.Dispose();

    private async Task RunAsync(LineSupervisor supervisor, CancellationToken cancellationToken)
    {
        try
        {
            await supervisor.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.LogDebug("Line {Line} stopped", supervisor.Line.Line);
        }
    }
}
