using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Screens;

/// <summary>When a text has gone from a page, noted by the page itself: a driver looks again after up to a second, which is what is to be measured.</summary>
internal sealed class Vanishing
{
    private const string Watch = """
        text => {
          window.vanished = new Promise(done => {
            const look = () => {
              if (!document.body.textContent.includes(text)) {
                observer.disconnect();
                done(Date.now());
              }
            };
            const observer = new MutationObserver(look);
            observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
          });
        }
        """;

    private readonly IPage page;

    private Vanishing(IPage page) => this.page = page;

    /// <summary>The text has to be there now.</summary>
    public static async Task<Vanishing> BeginAsync(IPage page, string text)
    {
        await Assertions.Expect(page.GetByText(text)).Not.ToHaveCountAsync(0);
        await page.EvaluateAsync(Watch, text);
        return new Vanishing(page);
    }

    /// <returns>From the moment given until the text was gone; by the one clock of this machine.</returns>
    public async Task<TimeSpan> SinceAsync(DateTimeOffset from, CancellationToken stop) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await page.EvaluateAsync<long>("() => window.vanished").WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, stop)) - from;
}
