using Bridge.Console.Registers;
using Bridge.Console.Registers.Cards;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Registers;

/// <summary>The console with a seat, the register's ports, and a browser.</summary>
internal sealed class RegisterHost : IAsyncDisposable
{
    private readonly ConsoleHost _console;
    private readonly Browser _browser;
    private readonly FakeSeat _seat;

    private RegisterHost(ConsoleHost console, Browser browser, FakeSeat seat, FakeCardOffice cards, FakeRegisterOffice register, FakeRegisterHistory history) =>
        (_console, _browser, _seat, Cards, Register, History) = (console, browser, seat, cards, register, history);

    public FakeCardOffice Cards { get; }

    public FakeRegisterOffice Register { get; }

    public FakeRegisterHistory History { get; }

    public Uri Address => _console.Address;

    public static async Task<RegisterHost> StartAsync(SeatRole role, CancellationToken cancellation)
    {
        var (seat, office) = (FakeSeat.Of(role), role == SeatRole.OfficeDutyOfficer);
        var (cards, register, history) = (new FakeCardOffice(office), new FakeRegisterOffice(office, !office), new FakeRegisterHistory());
        var console = await ConsoleHost.StartAsync(
            Pictures.Morning(TimeProvider.System.GetUtcNow()),
            services => services.AddSingleton<ISeat>(seat).AddSingleton<ICardOffice>(cards).AddSingleton<IRegisterOffice>(register).AddSingleton<IRegisterHistory>(history),
            0, cancellation);
        return new RegisterHost(console, await Browser.StartAsync(), seat, cards, register, history);
    }

    public Task<IPage> OpenAsync(Screen screen, string path) => _browser.OpenAsync(_console.Address, screen, path);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _console.DisposeAsync();
        _seat.Dispose();
    }
}
