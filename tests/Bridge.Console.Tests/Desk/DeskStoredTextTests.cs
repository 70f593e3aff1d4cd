using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Tests.Hosting;

namespace Bridge.Console.Tests.Desk;

/// <summary>What a visitor calls himself is text at the desk, whatever it is: in the queue, the case, the doors, the calls, the tasks and the directory.</summary>
public sealed class DeskStoredTextTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsTextInEveryPartOfTheDesk()
    {
        var now = TimeProvider.System.GetUtcNow();
        var all = string.Concat(HarmfulText.Corpus);
        var inHand = DeskPictures.Waiting with { Person = all, Host = all, Unit = all, Organisation = all, Purpose = all, Record = all, Refused = all, Missing = [all] };
        var picture = DeskPictures.With(now, [.. HarmfulText.Corpus.Select((text, number) => DeskPictures.Waiting with { Id = 1000 + number, Person = text, Unit = text, Mine = false }), inHand]) with
        {
            Doors = [.. HarmfulText.Corpus.Take(100).Select((text, number) => new DoorView($"d{number}", new DisplayName(text, text), CommandedMode.Locked, LockState.Locked, ContactState.Closed, TimeSpan.Zero, Online: true))],
            Announced = [.. HarmfulText.Corpus.Select((text, number) => new AnnouncedView($"n{number}", text, text, 2, Confirmed: true, TimeSpan.FromMinutes(17)))],
            Calls = [.. HarmfulText.Corpus.Select(text => new CallView(text, CallStage.Ringing, text, null, TimeSpan.FromSeconds(3)))],
            Tasks = [.. HarmfulText.Corpus.Select((text, number) => new TaskView(number, 1, text, TaskStage.New, TimeSpan.FromSeconds(3)) { Unit = text, Result = text })],
        };
        await using var host = await DeskHost.StartAsync(picture, DeskPictures.Assistant, Cancelled);

        // Seven places with the whole corpus, and five where the case says it all at once.
        await HarmfulText.HarmlessAsync(host.Host.Address, "/desk?lang=en", HarmfulText.Corpus.Count * 12, ".queue-row");
    }

    [Fact]
    public async Task IsTextInWhatTheDirectoryFinds()
    {
        await using var host = await DeskHost.StartAsync(DeskPictures.Quiet(TimeProvider.System.GetUtcNow()), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(new Screen(1366, 768, false, "en"));
        await page.EvaluateAsync("() => { window.pwned = 0; window.pwn = () => { window.pwned++; }; }");
        var rows = HarmfulText.Corpus.Chunk((HarmfulText.Corpus.Count / 6) + 1).Select((part, number) => new DirectoryRow($"{number}", string.Concat(part), string.Concat(part)));
        host.Desk.Residents = [.. rows];
        await page.FillAsync("#directory-text", "x");
        await page.PressAsync("#directory-text", "Enter");
        await page.WaitForFunctionAsync("document.querySelectorAll('.side [aria-live=polite] li').length === 6");
        var shown = await page.Locator(".side [aria-live=polite]").EvaluateAsync<string>("one => one.textContent");
        Assert.True(HarmfulText.Pwn().Count(shown) >= HarmfulText.Corpus.Count * 2, "the corpus is not there");
        Assert.Equal(0, await page.EvaluateAsync<int>("window.pwned"));
    }
}
