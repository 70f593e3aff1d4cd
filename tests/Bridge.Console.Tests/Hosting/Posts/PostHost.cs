using Bridge.Console.Posts.ControlRoom;
using Bridge.Console.Posts.FrontDesk;
using Bridge.Console.Posts.Gate;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Patrol;
using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Tests.Hosting.Posts;

/// <summary>The console with a seat and every post's port.</summary>
internal sealed class PostHost : IAsyncDisposable
{
    private readonly ConsoleHost _console;

    private PostHost(ConsoleHost console, FakeSeat seat, FakePosts posts) => (_console, Seat, Posts) = (console, seat, posts);

    public FakeSeat Seat { get; }

    public FakePosts Posts { get; }

    public Uri Address => _console.Address;

    public static async Task<PostHost> StartAsync(FakeSeat seat, TaskStage? stage, int port, CancellationToken cancellation)
    {
        var posts = new FakePosts(new FakeGate(), new FakeControlRoom(), new FakeOffice(), new FakeFrontDesk(), new FakePatrol(stage));
        var console = await ConsoleHost.StartAsync(
            Pictures.Morning(TimeProvider.System.GetUtcNow()),
            services => services.AddSingleton<ISeat>(seat).AddSingleton<IGate>(posts.Gate).AddSingleton<IControlRoom>(posts.ControlRoom)
                .AddSingleton<IOffice>(posts.Office).AddSingleton<IFrontDesk>(posts.FrontDesk).AddSingleton<IPatrol>(posts.Patrol),
            port, cancellation);
        return new PostHost(console, seat, posts);
    }

    public static Task<PostHost> StartAsync(SeatRole role, CancellationToken cancellation) => StartAsync(FakeSeat.Of(role), TaskStage.New, 0, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        Seat.Dispose();
    }
}
