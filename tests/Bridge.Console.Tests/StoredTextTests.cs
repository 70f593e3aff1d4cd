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
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsTextInEveryViewOfTheDoors()
    {
        Assert.True(HarmfulText.Corpus.Distinct().Count() >= 1000, $"{HarmfulText.Corpus.Count}");
        var now = TimeProvider.System.GetUtcNow();
        var morning = Pictures.WithReaders(now);
        var picture = morning with
        {
            Site = new DisplayName(HarmfulText.Corpus[0], HarmfulText.Corpus[1]),
            Doors = [.. HarmfulText.Corpus.Select((text, number) => morning.Doors[number % morning.Doors.Length] with { Id = $"d{number}", Name = new DisplayName(text, text) })],
            RecentEvents = [.. HarmfulText.Corpus.Select((text, number) => new EventView(number, now, text, new DisplayName(text, text), text, text, text))],
            Readers = [.. HarmfulText.Corpus.Take(100).Select((text, number) => morning.Readers[0] with { Id = text, Line = text })],
        };
        await using var host = await ConsoleHost.StartAsync(picture, Cancelled);
        foreach (var path in (string[])["/?lang=zh", "/?lang=en", "/readers?lang=en"])
        {
            await HarmfulText.HarmlessAsync(host.Address, path, path == "/readers?lang=en" ? 100 : HarmfulText.Corpus.Count);
        }

        output.WriteLine($"{HarmfulText.Corpus.Count} writings in the names of doors, events, reasons and readers, on three pages: all text");
    }

    [Fact]
    public async Task IsTextInTheNamesOfPeopleAndLobbies()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        host.SignIn.View = new SignInView(SignInStep.Post)
        {
            Person = string.Concat(HarmfulText.Corpus),
            Posts = [.. HarmfulText.Corpus.Select((text, number) => new PostChoice(number, SeatRole.GatePost, new DisplayName(text, text), false))],
        };
        await HarmfulText.HarmlessAsync(host.Address, "/sign-in?lang=en", HarmfulText.Corpus.Count);
    }

    [Fact]
    public async Task IsTextInEveryBook()
    {
        await using var host = await BookHost.StartAsync(SeatRole.Auditor, Cancelled);
        var (row, entry) = (host.Records.Rows[0], host.Journal.Rows[0]);
        host.Records.Draw = now => BookPictures.Books(now) with { Estate = new DisplayName(HarmfulText.Corpus[0], HarmfulText.Corpus[1]) };
        host.Records.Rows =
        [
            .. HarmfulText.Corpus.Select((text, number) => row with
            {
                Number = $"VL-202603-{number:d4}", Lobby = new DisplayName(text, text), Category = text, Author = text, Result = text, PaperSheet = text, Unit = text,
                Person = new CoveredPerson { Name = text, Organisation = text, Host = text, Purpose = text, Goods = text, Text = text, DocumentType = text },
            }),
        ];
        host.Records.WholeAtOnce = true;
        host.Journal.Rows = [.. HarmfulText.Corpus.Take(50).Select((text, number) => entry with { Sequence = number, Kind = text, Door = new DisplayName(text, text), Correlation = text, Body = text })];
        host.Retention.Sheet = host.Retention.Sheet with { Wishes = [.. HarmfulText.Corpus.Select((text, number) => new WishLine($"w-{number}", [text], ErasureReason.Request, text, entry.At))] };
        foreach (var (path, least) in (IReadOnlyList<(string, int)>)[("visitor-log", HarmfulText.Corpus.Count), ("duty-log", HarmfulText.Corpus.Count), ("journal", 50), ("retention", HarmfulText.Corpus.Count)])
        {
            await HarmfulText.HarmlessAsync(host.Console.Address, $"/{path}?lang=en", least, ".book-table tbody tr, .post-row");
        }
    }

    /// <summary>What is in the address comes back as text, or not at all.</summary>
    [Fact]
    public async Task IsNothingWhenItComesInTheAddress()
    {
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var text in HarmfulText.Corpus)
        {
            var escaped = Uri.EscapeDataString(text);
            var page = await client.GetStringAsync(new Uri($"/sign-in?lang={escaped}&then={escaped}&problem={escaped}", UriKind.Relative), Cancelled);

            // The form goes to where the page is: there, and only there, it is an address in an attribute.
            Assert.True(!HarmfulText.Pwn().IsMatch(Action().Replace(page, "")), $"{text} came back");
        }
    }

    /// <summary>The browser itself would run it: a page that does not escape is found out.</summary>
    [Fact]
    public async Task WhatIsLookedForIsFound()
    {
        await using var browser = await Browser.StartAsync();
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), Cancelled);
        var page = await HarmfulText.OpenAsync(browser, host.Address, "/sign-in");
        var ran = 0;
        foreach (var act in HarmfulText.Acts.Where(act => act.StartsWith('<')))
        {
            await page.EvaluateAsync("text => { const place = document.createElement('div'); document.body.append(place); place.append(document.createRange().createContextualFragment(text)); }", act);
        }

        await page.WaitForFunctionAsync("window.pwned > 10");
        ran = await page.EvaluateAsync<int>("window.pwned");
        output.WriteLine($"{ran} of the acts ran where they were put in as markup");
    }

    [GeneratedRegex(@"action=""[^""<>'\s]*""")]
    private static partial Regex Action();
}
