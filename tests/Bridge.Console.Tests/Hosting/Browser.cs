using Microsoft.Playwright;

namespace Bridge.Console.Tests.Hosting;

/// <summary>The system's Chromium. Without one the browser tests are skipped, except in CI, where it must be there.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;

    private Browser(IPlaywright driver, IBrowser browser)
    {
        _driver = driver;
        _browser = browser;
    }

    public static async Task<Browser> StartAsync()
    {
        string[] candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        var executable = candidates.FirstOrDefault(File.Exists);
        if (executable is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "needs Chromium: install the package chromium");
            Assert.Fail("CI has to have Chromium: install the package chromium");
        }

        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        return new Browser(driver, browser);
    }

    /// <param name="path">In the screen's language, unless it is from the root and says everything itself.</param>
    /// <param name="script">Without, the page is what the server sent.</param>
    public async Task<IPage> OpenAsync(Uri address, Screen screen, string path = "", bool script = true, IReadOnlyList<System.Net.Cookie>? cookies = null)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "zh-CN",
            JavaScriptEnabled = script,
        });
        await context.AddCookiesAsync((cookies ?? []).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = address.Host, Path = "/" }));
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(10_000);
        await page.GotoAsync(new Uri(address, path.StartsWith('/') ? path : $"/{path}?lang={screen.Language}").ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }
}
