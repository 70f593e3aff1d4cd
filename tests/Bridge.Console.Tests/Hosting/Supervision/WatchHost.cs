using Bridge.Console.Seats;
using Bridge.Console.Supervision;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Hosting.Supervision;

/// <summary>The console with a seat and the ports of the supervisor's live pages.</summary>
internal sealed class WatchHost : IAsyncDisposable
{
    private readonly ConsoleHost _console;
    private readonly FakeSeat _seat;

    private WatchHost(ConsoleHost console, FakeSeat seat) => (_console, _seat) = (console, seat);

    public required FakeSupervision Supervision { get; init; }

    public required FakeHealth Health { get; init; }

    public required FakeDelivery Delivery { get; init; }

    public Uri Address => _console.Address;

    public static async Task<WatchHost> StartAsync(SeatRole role, CancellationToken cancellation)
    {
        var (seat, supervision, health, delivery) = (FakeSeat.Of(role), new FakeSupervision(), new FakeHealth(), new FakeDelivery());
        var console = await ConsoleHost.StartAsync(
            Pictures.Morning(TimeProvider.System.GetUtcNow()),
            services => services.AddSingleton<ISeat>(seat).AddSingleton<ISupervision>(supervision).AddSingleton<IHealth>(health).AddSingleton<IDelivery>(delivery),
            0, cancellation);
        return new WatchHost(console, seat) { Supervision = supervision, Health = health, Delivery = delivery };
    }

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        _seat.Dispose();
    }
}
