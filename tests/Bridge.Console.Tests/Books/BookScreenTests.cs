using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Books;
using Bridge.Console.Tests.Posts;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Books;

/// <summary>Every book on a desk's screen and on a phone, light and dark, in both languages, folded and unfolded.</summary>
public sealed class BookScreenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("visitor-log", SeatRole.CsSupervisor)]
    [InlineData("duty-log", SeatRole.Auditor)]
    [InlineData("journal", SeatRole.Auditor)]
    [InlineData("retention", SeatRole.Auditor)]
    [InlineData("visitor-log", SeatRole.Patrol)]
    public async Task IsAccessibleAndFits(string path, SeatRole role)
    {
        await using var host = await BookHost.StartAsync(role, Cancelled);
        await using var browser = await Browser.StartAsync();
        foreach (var screen in Screen.Usual)
        {
            var page = await browser.OpenAsync(host.Address, screen, path);
            await page.Locator("main p:visible").First.WaitForAsync();
            if (role != SeatRole.Patrol)
            {
                await Screens.LiveAsync(page);
                await page.Locator(".book-table tbody tr").First.WaitForAsync();
            }

            await Screens.CheckAsync(page, $"{path}-{role}-{screen}");

            if (role != SeatRole.Patrol && path != "retention")
            {
                await page.Locator(".row-key").First.ClickAsync();
                await page.Locator(".book-record").WaitForAsync();
                await Screens.CheckAsync(page, $"{path}-{role}-{screen}-unfolded");
                Assert.True(await page.Locator(".row-key").First.EvaluateAsync<double>("key => key.getBoundingClientRect().height") >= 44, "a row's key is too small");
            }

            await Screens.WalkAsync(page, screen);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>On paper: the estate, who printed it and when, the signatures, and nothing that can be pressed.</summary>
    [Theory]
    [InlineData("visitor-log", "A4 landscape")]
    [InlineData("duty-log", "A4 portrait")]
    public async Task IsPrintedOnA4(string path, string sheet)
    {
        await using var host = await BookHost.StartAsync(SeatRole.CsSupervisor, Cancelled);
        await using var browser = await Browser.StartAsync();
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, true, "zh"), path);
        await Screens.LiveAsync(page);
        await page.Locator(".row-key").First.WaitForAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator(".print-head")).ToContainTextAsync("翠湖花园");
        await Assertions.Expect(page.Locator(".print-head")).ToContainTextAsync("打印：赵刚");
        await Assertions.Expect(page.Locator(".print-signatures")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("form:visible, .keys:visible, .seat-top:visible, .seat-menu:visible").CountAsync());
        var file = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        if (Environment.GetEnvironmentVariable("CONSOLE_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, path + ".pdf"), file, Cancelled);
        }

        // A4 is 595 by 842 points.
        var box = System.Text.RegularExpressions.Regex.Match(System.Text.Encoding.Latin1.GetString(file), @"/MediaBox \[0 0 (\d+)[.\d]* (\d+)");
        Assert.True((sheet == "A4 landscape" ? ("841", "594") : ("594", "841")) is var (width, height)
            && Math.Abs(double.Parse(box.Groups[1].Value, null) - double.Parse(width, null)) <= 2 && Math.Abs(double.Parse(box.Groups[2].Value, null) - double.Parse(height, null)) <= 2, $"{sheet}: {box.Value}");
    }
}
