using Microsoft.Extensions.Hosting;

namespace Bridge.Simulators.Control;

/// <summary>Lets the control interface start and stop with its owner, without listening to signals of its own.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
