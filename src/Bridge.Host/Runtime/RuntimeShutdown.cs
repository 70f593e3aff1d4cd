using Microsoft.Extensions.Hosting;

namespace Bridge.Host.Runtime;

/// <summary>Ties the runtime, which runs already, to the host's life: a failed part stops the host, a stopping host stops the runtime.</summary>
public sealed class RuntimeShutdown(BridgeRuntime runtime, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        runtime.Failed.Register(lifetime.StopApplication);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => runtime.StopAsync(cancellationToken);
}
