using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Console.SignIn;
using Bridge.Console.Posts.Patrol;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bridge.Console.Tests.Hosting;

/// <summary>The console on an ephemeral loopback port, under the strict content policy that the product sends.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    public const string ContentPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    // Long enough for a page that listens, too short to look like a link that is lost slowly.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    private readonly WebApplication _application;

    private ConsoleHost(WebApplication application, FakeBoard board, FakeSignIn signIn, Uri address)
    {
        _application = application;
        Board = board;
        SignIn = signIn;
        Address = address;
    }

    public FakeBoard Board { get; }

    public FakeSignIn SignIn { get; }

    public Uri Address { get; }

    public static Task<ConsoleHost> StartAsync(DoorBoardView picture, CancellationToken cancellation) => StartAsync(picture, _ => { }, 0, cancellation);

    /// <param name="port">0 is any free one; another one is for a server that comes back.</param>
    public static async Task<ConsoleHost> StartAsync(DoorBoardView picture, Action<IServiceCollection> register, int port, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseStaticWebAssets().UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var board = new FakeBoard(picture);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<IDoorBoard>(board);
        var signIn = new FakeSignIn();
        builder.Services.AddSingleton<ISignIn>(signIn).AddSingleton<ISeat>(signIn);
        register(builder.Services);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var application = builder.Build();
        application.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            return next(context);
        });
        application.UsePatrolInstall();
        application.UseAntiforgery();
        application.MapStaticAssets();
        application.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        await application.StartAsync(cancellation);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new ConsoleHost(application, board, signIn, new Uri(addresses.First()));
    }

    public async Task<string> FetchAsync(string path, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Address };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), cancellation);
    }

    // The pages' links end before the services that they use: else each of them writes an error over the report of the tests.
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit, TimeProvider.System);
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
    }
}
