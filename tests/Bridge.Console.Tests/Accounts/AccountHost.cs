using Bridge.Console.Accounts;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Accounts;

/// <summary>The console with an administrator's seat, and a browser.</summary>
internal sealed class AccountHost : IAsyncDisposable
{
    private readonly ConsoleHost _console;
    private readonly Browser _browser;

    private AccountHost(ConsoleHost console, Browser browser, FakeSeat seat, FakeAccountOffice office, FakeDeskEnrolment enrolment) =>
        (_console, _browser, Seat, Office, Enrolment) = (console, browser, seat, office, enrolment);

    public FakeSeat Seat { get; }

    public FakeAccountOffice Office { get; }

    public FakeDeskEnrolment Enrolment { get; }

    public Uri Address => _console.Address;

    public static async Task<AccountHost> StartAsync(SeatRole role, CancellationToken cancellation)
    {
        var (seat, office, enrolment) = (FakeSeat.Of(role), new FakeAccountOffice(), new FakeDeskEnrolment());
        var console = await ConsoleHost.StartAsync(
            Pictures.Morning(TimeProvider.System.GetUtcNow()),
            services => services.AddSingleton<ISeat>(seat).AddSingleton<IAccountOffice>(office).AddSingleton<IDeskEnrolment>(enrolment), 0, cancellation);
        return new AccountHost(console, await Browser.StartAsync(), seat, office, enrolment);
    }

    public Task<IPage> OpenAsync(Screen screen, string path = "accounts") => _browser.OpenAsync(Address, screen, path);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _console.DisposeAsync();
        Seat.Dispose();
    }
}
