using Bridge.Console.Desk;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Posts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>The desk's page over a fake desk, in a browser.</summary>
internal sealed class DeskHost(ConsoleHost host, Browser browser, FakeDesk desk, FakeSeat seat) : IAsyncDisposable
{
    public FakeDesk Desk => desk;

    public FakeSeat Seat => seat;

    public ConsoleHost Host => host;

    public static async Task<DeskHost> StartAsync(DeskView picture, SeatView? sitting, CancellationToken cancellationToken)
    {
        var (desk, seat) = (new FakeDesk(picture), new FakeSeat(sitting));
        var host = await ConsoleHost.StartAsync(
            Pictures.Morning(picture.ObservedAt), services => services.AddSingleton<IDesk>(desk).AddSingleton<ISeat>(seat), 0, cancellationToken);
        return new DeskHost(host, await Browser.StartAsync(), desk, seat);
    }

    /// <summary>The page when it lives: its script has started.</summary>
    public async Task<IPage> OpenAsync(Screen screen)
    {
        var page = await browser.OpenAsync(host.Address, screen, "desk");
        await page.Locator(".queue").WaitForAsync();
        await page.Locator("[data-beat]:not([data-beat='0'])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>Waits until the desk was asked for something.</summary>
    public Task UntilAsync(Func<FakeDesk, bool> happened, CancellationToken cancellationToken) =>
        Patience.UntilAsync(() => happened(desk), () => $"the desk was asked for {string.Join(", ", desk.Acts)}", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await host.DisposeAsync();
        seat.Dispose();
    }
}
