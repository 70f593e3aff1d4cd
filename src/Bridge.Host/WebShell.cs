using System.Runtime.InteropServices;
using Bridge.Console;
using Bridge.Console.Posts.Patrol;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Configuration;
using Bridge.Host.Health;
using Bridge.Host.Operator;
using Bridge.Host.Runtime;
using Bridge.Host.Seats;
using Bridge.Host.Translation;
using Bridge.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace Bridge.Host;

/// <summary>The process around the bridge: the page, health, metrics, the control socket, systemd and Windows service, signals.</summary>
public static class WebShell
{
    public static WebApplication Build(SiteConfiguration configuration, string sitePath, BridgeGraph bridge, BridgeRuntime runtime, ILoggerFactory logs, RunWishes? wishes = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(WebShell).Assembly.GetName().Name,
        });
        builder.Configuration.Sources.Clear();
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(logs).AddSingleton(runtime);
        builder.Services.AddSystemd().AddWindowsService(options => options.ServiceName = "AccessBridge");
        Listen(builder, configuration);
        Register(builder.Services, configuration, bridge);
        RegisterDesk(builder.Services, configuration, bridge);
        ApiShell.Register(builder.Services, new AccountsOptions(configuration.Paths.Accounts, configuration.Paths.FirstEnrolmentCode)
        {
            DemoUsersFile = wishes?.DemoUsersFile,
            Terminal = wishes?.Terminal,
            DemoLobby = configuration.Rules.Admission.Lobbies.Keys.Select(lobby => lobby.Value).FirstOrDefault() ?? LobbyDoors.OnlyLobby,
        });
        var application = builder.Build();
        Map(application, bridge);
        bridge.Metrics.Start();
        ReloadOnSignal(application, bridge.Reload, sitePath);
        return application;
    }

    private static void Listen(WebApplicationBuilder builder, SiteConfiguration configuration) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 200;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 100;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            // Somebody who says half a request and waits gives his place back before a desk that reconnects gives up.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
            // The socket first: whoever gets an answer over the network can ask over the socket too.
            var socket = Path.Combine(configuration.DataDirectory, ControlSocket.FileName);
            File.Delete(socket);
            kestrel.ListenUnixSocket(socket);
            kestrel.Listen(System.Net.IPAddress.Parse(configuration.Http.Address), configuration.Http.Port);
        });

    private static void Register(IServiceCollection services, SiteConfiguration configuration, BridgeGraph bridge)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(bridge.Parts).AddSingleton(bridge.Site).AddSingleton(bridge.Monitor).AddSingleton(bridge.Links);
        services.AddSingleton<IDoorBoard>(bridge.Board);
        services.AddSingleton<EngineLiveness>();
        services.AddHostedService<RuntimeShutdown>();
        services.TryAddSingleton<ISystemdNotifier, SystemdNotifier>();
        services.AddHostedService<SystemdWatchdog>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(configuration.DataDirectory, "secrets", "page-keys")));
        PageSetup.Register(services);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddHealthChecks()
            .AddCheck<EngineLiveness>("engine", tags: ["live"])
            .AddCheck<ServiceReadiness>("service", tags: ["ready"]);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(BridgeMetrics.Name).AddRuntimeInstrumentation().AddPrometheusExporter());
    }

    // Before the API's own parts: a door belongs to the lobby that the site says.
    private static void RegisterDesk(IServiceCollection services, SiteConfiguration configuration, BridgeGraph bridge)
    {
        services.AddSingleton(configuration).AddSingleton(bridge.Parts.Queue).AddSingleton(bridge.Parts.Clock);
        services.AddSingleton(new LobbyDoors(door => LobbyOf(bridge.Site.Current, door)));
        if (bridge is { Vault: { } vault, Residents: { } residents })
        {
            services.AddSingleton(bridge.Register).AddSingleton(bridge.UnknownCards).AddSingleton(vault).AddSingleton(residents).AddSingleton(new RegisterFacts(() => residents.Current, TimeProvider.System, configuration.TimeZone));
            DeskSetup.Register(services);
            PageSetup.RegisterDesk(services);
        }
    }

    private static LobbyId? LobbyOf(SiteConfiguration configuration, DoorId door)
    {
        var lobbies = configuration.Rules.Admission.Lobbies;
        return lobbies.IsEmpty ? new LobbyId(LobbyDoors.OnlyLobby) : lobbies.Values.FirstOrDefault(lobby => lobby.Doors.Contains(door))?.Lobby;
    }

    // What happens around accounts belongs into the journal like everything else; a full queue loses a remark there, and the log still has it.
    private static void Remember(WebApplication application, BridgeGraph bridge) =>
        application.Services.GetRequiredService<SecurityLog>().Journal = remark => bridge.Parts.Queue.TryOffer(
            new EngineItem.Asked(bridge.Parts.Clock.Timestamp, at => new PolicyInput.SecurityNoticed(at, remark.Matter, remark.Actor, remark.Detail)));

    private static void Map(WebApplication application, BridgeGraph bridge)
    {
        application.Use(next => context =>
        {
            // At the last moment: an answer that was begun and failed has them too.
            context.Response.OnStarting(Protect, context.Response.Headers);
            return next(context);
        });
        application.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = PageGate.AnswerFailureAsync,
            StatusCodeSelector = failure => failure is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError,
        });
        application.Use(next => context => context.RequestServices.GetRequiredService<PageGate>().RefuseForeignAsync(context, next));
        application.UsePatrolInstall();
        var api = ApiShell.Map(application);
        if (bridge is { Vault: not null, Residents: not null })
        {
            DeskSetup.Map(api);
        }

        Remember(application, bridge);
        application.UseAuthentication();
        application.UseAntiforgery();
        application.Use(next => context => PageGate.TurnBackOldFormsAsync(context, next));
        application.MapStaticAssets();
        application.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        application.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") });
        application.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        application.MapPrometheusScrapingEndpoint("/metrics");
        bridge.Control.Map(application);
    }

    private static Task Protect(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";

        // Within our own pages browsers say where a form comes from only under this one; other sites are told nothing.
        headers["Referrer-Policy"] = "same-origin";

        // A page that sends somebody on says it with the host that the request named. That name is anybody's to write, and nobody is ever sent elsewhere.
        if (Uri.TryCreate(headers.Location, UriKind.Absolute, out var there) && there.Scheme is "http" or "https")
        {
            headers.Location = there.PathAndQuery;
        }

        return Task.CompletedTask;
    }

    private static void ReloadOnSignal(WebApplication application, Reload reload, string sitePath)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            _ = reload.RunAsync(sitePath, application.Lifetime.ApplicationStopping);
        });
        application.Lifetime.ApplicationStopped.Register(registration.Dispose);
    }
}
