using Microsoft.Playwright;

namespace Bridge.Console.Tests.Hosting;

/// <summary>
/// The system's Chromium, one for all tests of the process; each test has profiles of its own. Without one the browser tests are skipped, except in CI, where
/// it must be there.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(30);

    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    private readonly IBrowser _browser;
    private readonly List<IBrowserContext> _profiles = [];

    private Browser(IBrowser browser) => _browser = browser;

    public static async Task<Browser> StartAsync()
    {
        if (Executable is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "needs Chromium: install the package chromium");
            Assert.Fail("CI has to have Chromium: install the package chromium");
        }

        return new Browser(await Shared.Value);
    }

    /// <param name="path">In the screen's language, unless it is from the root and says everything itself.</param>
    /// <param name="script">Without, the page is what the server sent.</param>
    public async Task<IPage> OpenAsync(Uri address, Screen screen, string path = "", bool script = true, IReadOnlyList<System.Net.Cookie>? cookies = null)
    {
        var profile = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "zh-CN",
            JavaScriptEnabled = script,
        });
        _profiles.Add(profile);
        await profile.AddCookiesAsync((cookies ?? []).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = address.Host, Path = "/" }));
        var page = await profile.NewPageAsync();
        page.SetDefaultTimeout((float)Patience.Longest.TotalMilliseconds);
        await page.GotoAsync(new Uri(address, path.StartsWith('/') ? path : $"/{path}?lang={screen.Language}").ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var profile in _profiles)
        {
            // Chromium now and then never says that it has closed one. Its test is over; it goes with the process then.
            await Task.WhenAny(profile.DisposeAsync().AsTask(), Task.Delay(CloseLimit, TimeProvider.System));
        }
    }

    private static string? Executable =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    // It ends with the process: its driver's pipe closes.
    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.Longest.TotalMilliseconds);
        return await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }
}
