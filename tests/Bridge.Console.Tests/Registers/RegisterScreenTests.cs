using Bridge.Console.Desk;
using Bridge.Console.Registers;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Posts;

namespace Bridge.Console.Tests.Registers;

/// <summary>The register's pages on a desk's screen and on a phone, light and dark, in both languages, with their forms open.</summary>
public sealed class RegisterScreenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("credentials", SeatRole.OfficeDutyOfficer, "button[data-holder=person]", "#give-who")]
    [InlineData("credentials", SeatRole.ControlRoom, "tr[data-card=c-1] .key-plain", null)]
    [InlineData("register", SeatRole.OfficeDutyOfficer, "tr[data-row='A-0805'] button", null)]
    [InlineData("register", SeatRole.CsSupervisor, "#clearance-route", null)]
    [InlineData("register/changes", SeatRole.Auditor, "#history-list", null)]
    public async Task IsAccessibleAndFits(string path, SeatRole role, string press, string? first)
    {
        await using var host = await RegisterHost.StartAsync(role, Cancelled);
        host.Register.Outcome = new ActOutcome("row");
        host.Register.Problems = [new RowProblem(3, "unit", "expected 1 to 64 characters in one line, found none")];
        foreach (var screen in Screen.Usual)
        {
            var page = await host.OpenAsync(screen, path);
            await Screens.LiveAsync(page);
            if (first is not null)
            {
                await page.FillAsync(first, "0805");
                await page.Keyboard.PressAsync("Enter");
            }

            await page.Locator(press).First.ClickAsync();
            if (path == "register" && role == SeatRole.OfficeDutyOfficer)
            {
                await page.Locator(".row-form button[type=submit]").ClickAsync();
                await page.Locator(".row-problems").WaitForAsync();
            }

            await Screens.CheckAsync(page, $"{path.Replace('/', '-')}-{role}-{screen}");
            await Screens.WalkAsync(page, screen);
            await page.Context.CloseAsync();
        }
    }
}
