using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Desk.Queue;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>A row does not move away from under the pointer that is about to press it, and a key takes what the person saw.</summary>
public sealed class QueueHoldTests
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(3);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a b", true, 0, "a b", "the same order")]
    [InlineData("n a b", false, 0, "n a b", "no pointer is there")]
    [InlineData("n a b", true, 0, "a b", "a new one on top waits")]
    [InlineData("b a", true, 999, "a b", "another order waits, and not yet a second")]
    [InlineData("n a b", true, 1000, "n a b", "nothing waits longer than a second")]
    [InlineData("b", true, 0, "a b", "what is gone keeps its place too: everything below would jump up")]
    public void ANewOrderWaitsForThePointer(string next, bool inside, int milliseconds, string shown, string why)
    {
        var hold = new QueueHold();
        hold.Take(Rows("a b", 1), inside, Now);
        hold.Take(Rows(next, 2), inside, Now);
        hold.Take(Rows(next, 3), inside, Now + TimeSpan.FromMilliseconds(milliseconds));
        Assert.True(shown == string.Join(' ', hold.Shown.Select(row => row.Key)), why);
        Assert.All(hold.Shown, row => Assert.Equal(next.Contains(row.Key, StringComparison.Ordinal) ? 3 : 1, row.Age.TotalSeconds));
        Assert.Equal(shown == next ? null : Now + QueueHold.Longest, hold.Until);
    }

    [Fact]
    public void AStreamOfNewOnesHoldsNothingBackForEver()
    {
        var hold = new QueueHold();
        hold.Take(Rows("a", 1), true, Now);
        for (var tenth = 1; tenth <= 11; tenth++)
        {
            hold.Take(Rows(string.Join(' ', Enumerable.Range(0, tenth).Select(number => $"n{number}").Append("a")), 1), true, Now + TimeSpan.FromMilliseconds(100 * tenth));
        }

        Assert.Equal(12, hold.Shown.Length);
    }

    /// <summary>In a browser: what stood first when the new row came stands first for a while with the pointer there, and not without it.</summary>
    [Theory]
    [InlineData(true, "2 张伟, 2 李楠", "the new one waits, and comes")]
    [InlineData(false, "2 李楠", "it is there at once")]
    public async Task ARowStaysUnderThePointer(bool inside, string expected, string why)
    {
        await using var host = await DeskHost.StartAsync(Announced(("n1", "张伟", 17)), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(new Screen(1366, 768, false, "zh"));
        if (inside)
        {
            await page.Locator(".queue-row").HoverAsync();

            // The server knows where the pointer is when it has heard the key that was pressed after it.
            await page.Keyboard.PressAsync("Alt+8");
            await host.UntilAsync(desk => desk.Acts.Count == 1, Cancelled);
        }

        await page.EvaluateAsync("""
            () => {
              window.seen = [];
              const look = () => {
                const said = document.querySelector('.queue .count').textContent + ' ' + document.querySelector('.queue-row strong').textContent;
                if (!said.startsWith('1') && window.seen.at(-1) !== said) {
                  window.seen.push(said);
                }
              };
              new MutationObserver(look).observe(document.querySelector('.queue'), { subtree: true, childList: true, characterData: true });
            }
            """);
        host.Desk.Show(Announced(("n1", "张伟", 17), ("n2", "李楠", 9)));
        await Assertions.Expect(page.Locator(".queue-row").First).ToContainTextAsync("李楠");
        var seen = await page.EvaluateAsync<string[]>("() => window.seen");
        Assert.True(expected == string.Join(", ", seen.Select(said => said.Replace("大门岗通报：", "", StringComparison.Ordinal).Replace(" × 1", "", StringComparison.Ordinal))), $"{why}: {string.Join(", ", seen)}");
    }

    [Fact]
    public async Task EnterTakesTheRowThatStoodOnTop()
    {
        await using var host = await DeskHost.StartAsync(Announced(("n1", "张伟", 17), ("n2", "李楠", 9)), DeskPictures.Assistant, Cancelled);
        host.Desk.Answer = _ => new ActOutcome(null, 21);
        var page = await host.OpenAsync(new Screen(1366, 768, false, "zh"));

        // The press and the news cross: the page still shows 李楠 on top when it is pressed.
        await page.EvaluateAsync("document.querySelector('.queue-row').dataset.row = 'announced-n1'");
        await page.Keyboard.PressAsync("Enter");
        await host.UntilAsync(desk => desk.Acts.Count == 2, Cancelled);
        Assert.Equal("n1", Assert.IsType<DeskAct.MatchAnnouncement>(host.Desk.Acts[1]).Announcement);
    }

    private static DeskView Announced(params (string Id, string Visitor, int Minutes)[] known) => DeskPictures.Quiet(TimeProvider.System.GetUtcNow().AddMinutes(5)) with
    {
        Announced = [.. known.Select(one => new AnnouncedView(one.Id, "A-0602", one.Visitor, 1, Confirmed: true, TimeSpan.FromMinutes(one.Minutes)))],
    };

    private static ImmutableArray<QueueRow> Rows(string keys, int age) => [.. keys.Split(' ').Select(key => new QueueRow(QueueKind.Case, key, TimeSpan.FromSeconds(age), null, null))];
}
