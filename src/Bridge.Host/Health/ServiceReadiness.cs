using Bridge.Host.ReadModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bridge.Host.Health;

/// <summary>Ready means that the journal can be written and every line works. A lost broker is not here: doors go on without it.</summary>
public sealed class ServiceReadiness(BuildingMonitor monitor, BridgeLinks links) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (monitor.Current.Degraded)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The journal cannot be written."));
        }

        var down = links.Lines.Where(line => line.Down).Select(line => line.Line.Line.Value).ToList();
        return Task.FromResult(down.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"Lines down: {string.Join(", ", down)}."));
    }
}
