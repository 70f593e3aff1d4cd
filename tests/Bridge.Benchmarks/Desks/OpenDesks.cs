using System.Text.Json;
using Microsoft.Playwright;

namespace Bridge.Benchmarks.Desks;

/// <summary>Desks in the system's Chromium, each with a watch that notes when its picture of the second door changed and when its open key was let go.</summary>
internal sealed class OpenDesks : IAsyncDisposable
{
    /// <summary>Date.now is the machine's wall clock, which the building's clock counts from too.</summary>
    private const string Watch = """
        () => {
          window.seen = [];
          window.pressed = [];
          const contact = () => document.querySelectorAll('.side-door')[1]?.querySelector('dl div:nth-child(3) dd')?.textContent.trim();
          let last = contact();
          new MutationObserver(() => {
            const now = contact();
            if (now && now !== last) { last = now; window.seen.push(Date.now()); }
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
          document.addEventListener('keyup', event => { if (event.key === 'F9') window.pressed.push(Date.now()); }, true);
        }
        """;

    private readonly IPlaywright driver;
    private readonly IBrowser browser;
    private readonly IBrowserContext profile;

    private OpenDesks(IPlaywright driver, IBrowser browser, IBrowserContext profile)
    {
        this.driver = driver;
        this.browser = browser;
        this.profile = profile;
    }

    public List<IPage> Pages { get; } = [];

    public static async Task<OpenDesks> StartAsync(IEnumerable<System.Net.Cookie> session)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var profile = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1366, Height = 768 } });
        await profile.AddCookiesAsync(session.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = "127.0.0.1", Path = "/" }));
        return new OpenDesks(driver, browser, profile);
    }

    public async Task OpenAsync(Uri product)
    {
        var page = await profile.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(new Uri(product, "desk").ToString());
        await page.Locator(".side-door >> nth=1").WaitForAsync();
        await page.EvaluateAsync(Watch);
        Pages.Add(page);
    }

    /// <summary>When each page saw the door change, in milliseconds since 1970.</summary>
    public static async Task<IReadOnlyList<double>> SeenAsync(IPage page) => await NumbersAsync(page, "window.seen");

    /// <summary>When the open key was let go.</summary>
    public static async Task<IReadOnlyList<double>> PressedAsync(IPage page) => await NumbersAsync(page, "window.pressed");

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<IReadOnlyList<double>> NumbersAsync(IPage page, string list) =>
        JsonSerializer.Deserialize<double[]>(await page.EvaluateAsync<string>($"JSON.stringify({list})")) ?? [];
}
