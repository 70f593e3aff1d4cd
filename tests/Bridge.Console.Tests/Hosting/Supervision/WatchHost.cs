using Bridge.Console.Seats;
using Bridge.Console.Supervision;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Hosting.Supervision;

/// <summary>The console with a seat and the ports of the supervisor's live pages.</summary>
internal sealed class WatchHost : IAsyncDisposable
{
    private readonly ConsoleHost _console;
    private readonly FakeSeat _seat;

    private WatchHost(ConsoleHost console, FakeSeat seat, FakeSupervision supervision) => (_console, _seat, Supervision) = (console, seat, supervision);

    public FakeSupervision Supervision { get; }

    public Uri Address => _console.Address;

    public static async Task<WatchHost> StartAsync(SeatRole role, CancellationToken cancellation)
    {
        var (seat, supervision) = (FakeSeat.Of(role), new FakeSupervision());
        var console = await ConsoleHost.StartAsync(
            Pictures.Morning(TimeProvider.System.GetUtcNow()),
            services => services.AddSingleton<ISeat>(seat).AddSingleton<ISupervision>(supervision).AddSingleton<IHealth>(new FakeHealth()).AddSingleton<IDelivery>(new FakeDelivery()),
            0, cancellation);
        return new WatchHost(console, seat, supervision);
    }

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        _seat.Dispose();
    }
}
