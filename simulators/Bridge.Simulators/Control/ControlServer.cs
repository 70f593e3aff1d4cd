using System.Net;
using System.Text.Json.Serialization;
using Bridge.Simulators.Building;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bridge.Simulators.Control;

/// <summary>The buttons of a world, over HTTP: for tests in another process, trainers and integrators. It knows no users: loopback only.</summary>
public sealed class ControlServer(World world, IPEndPoint endPoint) : IAsyncDisposable
{
    private WebApplication? _application;

    /// <summary>Where it listens; known after the start, when port 0 has become a real one.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IPAddress.IsLoopback(endPoint.Address))
        {
            throw new ArgumentException($"The control interface has no users and no passwords: it listens on loopback only, not on {endPoint.Address}.");
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(endPoint));
        // Signals belong to whoever runs the world, not to its buttons.
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        _application = builder.Build();
        WorldEndpoints.Map(_application, world);
        DoorEndpoints.Map(_application, world);
        DeviceEndpoints.Map(_application, world);
        OsdpEndpoints.Map(_application, world);
        LineEndpoints.Map(_application, world);
        IntercomEndpoints.Map(_application, world);
        await _application.StartAsync(cancellationToken);
        Address = new Uri(_application.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.StopAsync(CancellationToken.None);
            await _application.DisposeAsync();
        }
    }
}
