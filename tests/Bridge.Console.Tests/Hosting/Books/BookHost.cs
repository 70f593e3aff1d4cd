using Bridge.Console.Books.Events;
using Bridge.Console.Books.Records;
using Bridge.Console.Books.Retention;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Hosting.Books;

/// <summary>The console with a seat and every book's port.</summary>
internal sealed class BookHost : IAsyncDisposable
{
    private ConsoleHost? _console;
    private FakeSeat? _seat;

    public FakeRecordBook Records { get; } = new();

    public FakeEventBook Journal { get; } = new();

    public FakeRetentionBook Retention { get; } = new();

    public ConsoleHost Console => _console!;

    public Uri Address => Console.Address;

    public static async Task<BookHost> StartAsync(SeatRole role, CancellationToken cancellation)
    {
        var host = new BookHost { _seat = FakeSeat.Of(role) };
        host._console = await ConsoleHost.StartAsync(
            Pictures.Morning(TimeProvider.System.GetUtcNow()),
            services => services.AddSingleton<ISeat>(host._seat).AddSingleton<IRecordBook>(host.Records).AddSingleton<IEventBook>(host.Journal)
                .AddSingleton<IRetentionBook>(host.Retention),
            0, cancellation);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await Console.DisposeAsync();
        _seat?.Dispose();
    }
}
