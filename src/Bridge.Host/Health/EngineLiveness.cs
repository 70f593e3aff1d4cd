using Bridge.Host.ReadModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bridge.Host.Health;

/// <summary>Alive means that the engine turns: it does so at least every second, if only to find nothing due.</summary>
public sealed class EngineLiveness(BuildingMonitor monitor) : IHealthCheck
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public bool IsAlive => monitor.SinceLastTurn <= Limit;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsAlive
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"The engine has not turned for {monitor.SinceLastTurn}."));
}
