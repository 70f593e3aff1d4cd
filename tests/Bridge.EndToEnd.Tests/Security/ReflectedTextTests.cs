using System.Net;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>What somebody puts into an address comes back from the running product as text, or not at all; and its scripts take nothing from there.</summary>
[Collection(GuardedScenes.Name)]
public sealed class ReflectedTextTests(GuardedScene scene, ITestOutputHelper output)
{
    // {0} is the harmful text. Pages of nobody, of somebody, pages that are not there, and the API with what it reads from an address.
    private static readonly string[] Addresses =
    [
        "/sign-in?lang={0}&then={0}&problem={0}", "/set-password?lang={0}&name={0}&problem={0}", "/sign-out?lang={0}", "/{0}", "/desk/{0}", "/gate?lang={0}&case={0}", "/visitor-log?lang={0}&number={0}",
        "/_content/Bridge.Console/{0}", "/api/v1/{0}", "/api/v1/records/{0}", "/api/v1/records/visitor-log?unit={0}&caseId={0}&lobby={0}", "/api/v1/lobbies/{0}/directory?text={0}", "/api/v1/register/{0}?text={0}",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsNoMarkupInAnyAnswer()
    {
        using var visitor = await scene.SignInAsync("gate", Token);
        var (asked, shown) = (0, 0);
        foreach (var text in HarmfulText.Corpus)
        {
            foreach (var address in Addresses)
            {
                using var answer = await visitor.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Uri.EscapeDataString(text)), Token);
                var body = await answer.Content.ReadAsStringAsync(Token);
                asked++;
                shown += HarmfulText.Pwn().IsMatch(body) ? 1 : 0;

                // What a browser would read as a page must not have it as it was written; what is no page must say so.
                var isPage = answer.Content.Headers.ContentType?.MediaType is "text/html" or null;
                Assert.True(!isPage || !text.Contains('<', StringComparison.Ordinal) || !body.Contains(text, StringComparison.Ordinal), $"{address} gives {text} back");

                // An address that is none at all is turned away before there is anything to say.
                Assert.True(body.Length == 0 || answer.Headers.GetValues("X-Content-Type-Options").Single() == "nosniff", address);
                Assert.True((int)answer.StatusCode < 500, $"{address} {text}: {answer.StatusCode}");
            }
        }

        output.WriteLine($"{HarmfulText.Corpus.Count} texts in {asked} addresses: {shown} answers had something of it, none as markup");
    }

    /// <summary>In Chromium, without the content policy: neither the address nor what stands behind its # runs, and no object of the page gets a member from there.</summary>
    [Fact]
    public async Task RunsInNoPage()
    {
        await using var browser = await Browser.StartAsync();
        var page = await HarmfulText.OpenAsync(browser, scene.Root, "/sign-in?lang=en");
        var looked = 0;
        foreach (var act in HarmfulText.Acts)
        {
            var text = Uri.EscapeDataString(act);
            await page.GotoAsync(new Uri(scene.Root, $"/sign-in?lang=en&then={text}&problem={text}&__proto__[polluted]=1&constructor[prototype][polluted]=1#{text}&__proto__[polluted]=1").ToString());
            Assert.True(await page.EvaluateAsync<bool>("({}).polluted === undefined && window.pwned === 0"), act);
            await HarmfulText.HarmlessAsync(page);
            looked++;
        }

        // The positive control: the look sees both.
        await page.EvaluateAsync("() => { Object.prototype.polluted = 1; window.pwn(); }");
        Assert.False(await page.EvaluateAsync<bool>("({}).polluted === undefined || window.pwned === 0"));
        output.WriteLine($"{looked} acts in the address and behind its #: none ran");
    }
}
