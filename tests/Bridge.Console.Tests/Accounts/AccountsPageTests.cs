using Bridge.Console.Accounts;
using Bridge.Console.Desk;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Accounts;

/// <summary>The administrator's page: what is pressed is what is asked, a secret is on the page once, and nobody touches his own account.</summary>
public sealed class AccountsPageTests
{
    private const string Code = "2345a-bcdef-ghjkm-npqrs-tuvwx-yz234";

    private static readonly Screen Wide = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAccountIsCreatedAndItsCodeIsShownUntilItIsTaken()
    {
        await using var host = await AccountHost.StartAsync(SeatRole.Administrator, Cancelled);
        host.Office.Secret = Code;
        var page = await host.OpenAsync(Wide);
        await Screens.LiveAsync(page);
        await page.FillAsync("#new-name", "liming");
        await page.FillAsync("#new-display", "李明");
        await Assertions.Expect(page.Locator("#new-name ~ button[type=submit]")).ToBeDisabledAsync();
        await page.SelectOptionAsync("#new-role", "TeamLead");
        await page.SelectOptionAsync("#new-lobby", "b");
        await page.Locator("form:has(#new-name) .post-adder button").ClickAsync();
        await page.Locator("#new-name ~ button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".one-time-secret")).ToHaveTextAsync(Code);
        var made = Assert.IsType<AccountWish.Create>(Assert.Single(host.Office.Wishes));
        Assert.Equal(("liming", "李明", new PostWish(SeatRole.TeamLead, "b")), (made.Name, made.DisplayName, Assert.Single(made.Posts)));
        await Assertions.Expect(page.Locator("#new-name")).ToHaveValueAsync("");

        await page.Locator(".one-time button").ClickAsync();
        await Assertions.Expect(page.Locator(".one-time")).ToHaveCountAsync(0);
        Assert.DoesNotContain(Code, await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasRefusedStaysInTheFormAndIsSaidInWords()
    {
        await using var host = await AccountHost.StartAsync(SeatRole.Administrator, Cancelled);
        host.Office.Outcome = new ActOutcome("name");
        var page = await host.OpenAsync(Wide);
        await Screens.LiveAsync(page);
        await page.FillAsync("#new-name", "chenjing");
        await page.FillAsync("#new-display", "陈静");
        await page.Locator("form:has(#new-name) .post-adder button").ClickAsync();
        await page.Locator("#new-name ~ button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("the name is taken");
        await Assertions.Expect(page.Locator("#new-name")).ToHaveValueAsync("chenjing");
        await Assertions.Expect(page.Locator(".one-time")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task DangerousActsAskOnceMoreAndOnesOwnAccountHasNoKeys()
    {
        await using var host = await AccountHost.StartAsync(SeatRole.Administrator, Cancelled);
        var page = await host.OpenAsync(Wide);
        await Screens.LiveAsync(page);
        await Assertions.Expect(page.Locator("tr[data-account=zhaogang] button")).ToHaveCountAsync(0);
        await page.Locator("tr[data-account=chenjing] button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Disable the account" }).ClickAsync();
        Assert.Empty(host.Office.Wishes);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, disable chenjing" }).ClickAsync();
        await Assertions.Expect(page.Locator(".act-answer")).ToContainTextAsync("Recorded");
        Assert.Equal(new AccountWish.SetDisabled("u-1", true), Assert.Single(host.Office.Wishes));
    }

    [Fact]
    public async Task AnotherPostSeesNothingOfIt()
    {
        await using var host = await AccountHost.StartAsync(SeatRole.Auditor, Cancelled);
        var page = await host.OpenAsync(Wide);
        await page.GetByText("This page belongs to another post").WaitForAsync();
        Assert.DoesNotContain("chenjing", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, "accounts", "it goes back to the list")]
    [InlineData(true, "name", "enrol-desk", "it is told on the form")]
    [InlineData(false, null, "enrol-desk", "nobody else is shown the form")]
    public async Task ABrowserIsEnrolledByAPlainForm(bool may, string? refusal, string stays, string why)
    {
        await using var host = await AccountHost.StartAsync(SeatRole.Administrator, Cancelled);
        host.Enrolment.Refusal = refusal;
        host.Enrolment.Lobbies = may ? host.Enrolment.Lobbies : null;
        var page = await host.OpenAsync(Wide, "enrol-desk");
        if (!may)
        {
            await page.GetByText("Only an administrator enrols a desk").WaitForAsync();
            Assert.Equal(0, await page.Locator("input[name=name]").CountAsync());
            return;
        }

        await page.FillAsync("input[name=name]", "Lobby A, place 1");
        await page.SelectOptionAsync("select[name=lobby]", "a");
        await page.Locator(".sign-in-key").ClickAsync();
        await page.ArrivesAsync(stays);
        await Assertions.Expect(page.Locator(".sign-in-problem")).ToHaveCountAsync(refusal is null ? 0 : 1);
        Assert.True(host.Enrolment.Enrolled.SequenceEqual([("Lobby A, place 1", "a")]), why);
    }
}
