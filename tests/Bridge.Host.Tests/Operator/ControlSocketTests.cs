using System.Net;
using System.Net.Sockets;
using Bridge.Host.Operator;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Operator;

/// <summary>The control socket over a real socket file, and what it refuses over a network.</summary>
public sealed class ControlSocketTests : IAsyncDisposable
{
    private readonly EngineBench bench = EngineBench.Running();
    private readonly TestFolder folder = new();
    private readonly LineSupervision lines;
    private readonly WebApplication application;

    public ControlSocketTests()
    {
        lines = new LineSupervision(bench.Lines, bench.Log.For<LineSupervision>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenUnixSocket(folder.File("control.sock"));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        application = builder.Build();
        new ControlSocket(bench.Queue, bench.Clock, bench.Monitor, new DeviceFigures(lines, bench.Time)).Map(application);
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        lines.Dispose();
        bench.Dispose();
        folder.Dispose();
    }

    public static TheoryData<string, HttpStatusCode, string> Requests => new()
    {
        { "doors/lobby/lock-down", HttpStatusCode.Accepted, "a mode with a hyphen" },
        { "doors/lobby/unlock", HttpStatusCode.Accepted, "a mode" },
        { "doors/cellar/unlock", HttpStatusCode.NotFound, "a door that is not there" },
        { "doors/lobby/explode", HttpStatusCode.BadRequest, "a mode that is not there" },
        { "doors/lobby/1", HttpStatusCode.BadRequest, "a number is no mode" },
        { "fire/acknowledge", HttpStatusCode.Accepted, "an acknowledgement" },
        { "access-points/lobby.reader/reset-lockout", HttpStatusCode.Accepted, "the end of a lock-out" },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task ARequestIsAnsweredAndAcceptedOnesReachTheEngine(string path, HttpStatusCode status, string why)
    {
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var local = Local();
        Assert.True(await PostAsync(local, path) == status, why);
        Assert.Equal(status == HttpStatusCode.Accepted ? 1 : 0, bench.Queue.Waiting);
    }

    [Fact]
    public async Task AModeIsAskedForInTheOperatorsName()
    {
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var local = Local();
        await PostAsync(local, "doors/lobby/lock-down");
        bench.Engine.TakeTurn();
        Assert.Equal(DoorMode.LockedDown, bench.State.Doors[Tower.Lobby].Mode);
        Assert.Contains(bench.Journal(), entry => entry.Entry.Kind == nameof(PolicyInput.ModeRequested) && entry.Entry.Body.Contains("local-operator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhileTheJournalFailsNothingIsAskedFor()
    {
        await application.StartAsync(TestContext.Current.CancellationToken);
        using var local = Local();
        using var disk = bench.BreakDisk();
        bench.Present(Tower.Office);
        bench.Engine.TakeTurn();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(local, "doors/lobby/unlock"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(local, "fire/acknowledge"));
        Assert.DoesNotContain(bench.Line.Pulses, pulse => pulse.Point == Tower.Lock(Tower.Lobby));
    }

    [Fact]
    public async Task OverANetworkThereIsNoOperator()
    {
        await application.StartAsync(TestContext.Current.CancellationToken);
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(each => each.StartsWith("http://127", StringComparison.Ordinal));
        using var network = new HttpClient { BaseAddress = new Uri(address) };
        foreach (var path in Requests.Select(row => row.Data.Item1))
        {
            Assert.Equal(HttpStatusCode.NotFound, await PostAsync(network, path));
        }

        Assert.Equal(0, bench.Queue.Waiting);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path)
    {
        using var answer = await client.PostAsync(new Uri($"operator/{path}", UriKind.Relative), content: null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private HttpClient Local() => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(folder.File("control.sock")), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = new Uri("http://control/") };
}
