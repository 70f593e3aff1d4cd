using Deque.AxeCore.Playwright;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Posts;

/// <summary>What every post's page has to keep in every screen.</summary>
internal static class Screens
{
    // A table whose heads do not stand above their columns is no table to the eye, whatever it is to an aid.
    private const string Crooked = """
        () => [...document.querySelectorAll('table')].filter(table => table.offsetParent && table.tHead).flatMap(table => {
          const heads = [...table.tHead.rows[0].cells];
          const row = [...table.tBodies[0].rows].find(one => one.cells.length === heads.length);
          return row ? heads.filter((head, at) => Math.abs(head.getBoundingClientRect().left - row.cells[at].getBoundingClientRect().left) > 1).map(head => `${table.className}: ${head.textContent}`) : [];
        }).join('; ')
        """;

    /// <summary>The circuit stands: the server's beat grows.</summary>
    public static Task LiveAsync(IPage page) => page.Locator("[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public static async Task CheckAsync(IPage page, string picture)
    {
        if (Screen.Pictures is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, picture + ".png"), FullPage = true });
        }

        var report = await page.RunAxe();
        Assert.Empty(report.Violations.Select(violation => $"{picture} {violation.Id}: {violation.Nodes.First().Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{picture} scrolls sideways");
        Assert.Equal("", await page.EvaluateAsync<string>(Crooked));
    }

    /// <summary>Wherever the Tab key leads, the focus is seen. A phone has none.</summary>
    public static async Task WalkAsync(IPage page, Screen screen)
    {
        if (screen.Width > 390)
        {
            Assert.True(await Focus.WalkAsync(page) > 2, "no place for the focus");
        }
    }
}
