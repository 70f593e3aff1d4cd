using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Posts;

namespace Bridge.Console.Tests.Accounts;

/// <summary>The administrator's pages on a desk's screen and on a phone, light and dark, in both languages, with a code shown once.</summary>
public sealed class AccountScreenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsAccessibleAndFits()
    {
        await using var host = await AccountHost.StartAsync(SeatRole.Administrator, Cancelled);
        host.Office.Secret = "7Q4M-KDTX-2HJP";
        foreach (var screen in Screen.Usual)
        {
            var page = await host.OpenAsync(screen);
            await Screens.LiveAsync(page);
            await page.Locator("tr[data-account=chenjing] button").ClickAsync();
            await page.Locator(".book-change > .keys:last-child > .key-plain").Nth(1).ClickAsync();
            await page.Locator(".book-change .two-step .key").First.WaitForAsync();
            await page.Locator(".book-change .two-step .key").First.ClickAsync();
            await page.Locator(".one-time-secret").WaitForAsync();
            await Screens.CheckAsync(page, $"accounts-{screen}");
            await Screens.WalkAsync(page, screen);
            var sheet = await host.OpenAsync(screen, "enrol-desk");
            await sheet.Locator("form").First.WaitForAsync();
            await Screens.CheckAsync(sheet, $"enrol-desk-{screen}");
            await Screens.WalkAsync(sheet, screen);
        }
    }
}
