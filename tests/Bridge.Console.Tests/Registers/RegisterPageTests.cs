using System.Text;
using Bridge.Console.Desk;
using Bridge.Console.Registers;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Registers;

/// <summary>The register's page: what is typed is what is asked, what is wrong is said by line and column, and each role has its own part alone.</summary>
public sealed class RegisterPageTests
{
    private static readonly Screen Wide = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARowIsChangedWithoutTheColumnsOfAnotherRole()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        var page = await host.OpenAsync(Wide, "register");
        await Screens.LiveAsync(page);
        await page.Locator("tr[data-row='A-1801'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#row-route")).ToHaveCountAsync(0);
        await page.SelectOptionAsync("#row-children_may_answer", "yes");
        await page.Locator(".row-form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        var put = Assert.IsType<RegisterWish.Put>(Assert.Single(host.Register.Wishes));
        Assert.Equal((BookList.Households, "A-1801"), (put.List, put.Key));
        Assert.Equal([("children_may_answer", "yes"), ("lobby", "a"), ("unit", "A-1801")], put.Columns.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public async Task AnotherListIsChosenAndARowIsAdded()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        var page = await host.OpenAsync(Wide, "register");
        await Screens.LiveAsync(page);
        await page.SelectOptionAsync("#list-choice", "Leaders");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a row" }).ClickAsync();
        await page.FillAsync("#new-row-leader", "L-9");
        await page.FillAsync("#new-row-name", "周主任");
        await page.Locator(".row-form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        var put = Assert.IsType<RegisterWish.Put>(Assert.Single(host.Register.Wishes));
        Assert.Equal((BookList.Leaders, "L-9", "周主任"), (put.List, put.Key, put.Columns["name"]));
    }

    [Fact]
    public async Task AFileIsTriedFirstAndItsErrorsAreSaidByLineAndColumn()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.OfficeDutyOfficer, Cancelled);
        var page = await host.OpenAsync(Wide, "register");
        await Screens.LiveAsync(page);
        await page.SetInputFilesAsync("#list-file", new FilePayload { Name = "households.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("unit,lobby\nA-1,a\n") });
        host.Register.Outcome = new ActOutcome("file");
        host.Register.Problems = [new RowProblem(2, "lobby", "expected 1 to 64 characters in one line, found none")];
        await page.GetByRole(AriaRole.Button, new() { Name = "Try, write nothing" }).ClickAsync();
        await Assertions.Expect(page.Locator(".row-problems li")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"Line 2\s*Lobby\s*lobby\s*expected: a lobby of the site file\s*expected 1 to 64"));
        host.Register.Outcome = new ActOutcome(null);
        host.Register.Problems = [];
        host.Register.Counts = new FileCounts(1, 0, 3, 0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, the list becomes this file" }).ClickAsync();
        await Assertions.Expect(page.Locator(".file-counts")).ToContainTextAsync("1 added");
        Assert.Equal([true, false], host.Register.Wishes.Cast<FileWish>().Select(wish => wish.TryOnly));
        Assert.All(host.Register.Wishes.Cast<FileWish>(), wish => Assert.Equal("unit,lobby\nA-1,a\n", Encoding.UTF8.GetString(wish.Csv.Span)));
    }

    [Fact]
    public async Task TheControlRoomSetsTheRouteAndOpensAReasonAndKeepsNoList()
    {
        await using var host = await RegisterHost.StartAsync(SeatRole.ControlRoom, Cancelled);
        var page = await host.OpenAsync(Wide, "register");
        await Screens.LiveAsync(page);
        await Assertions.Expect(page.Locator("#list-choice, #list-file, table")).ToHaveCountAsync(0);
        await page.FillAsync("#clearance-unit", "A-0805");
        await page.CheckAsync("#clearance-route");
        await page.FillAsync("#clearance-reason", "witness");
        await page.Locator("form:has(#clearance-unit) button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        Assert.Equal(new RegisterWish.Clear("A-0805", true, "witness"), Assert.Single(host.Register.Wishes));
        await page.FillAsync("#reveal-key", "A-1801");
        await page.Locator("form:has(#reveal-key) button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".revealed")).ToHaveTextAsync("not to be disturbed");
        Assert.Equal((BookList.Households, "A-1801"), host.Register.Wishes.Last());
    }
}
