using Bridge.Console.Desk;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>What the assistant jots down is there as long as she is, and goes nowhere.</summary>
public sealed class NotesTests
{
    private const string Note = "A-0805 的快递 15:00 来取 <b>";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AreThereAfterAReloadAndNotForSomebodyElse()
    {
        await using var host = await DeskHost.StartAsync(DeskPictures.Quiet(TimeProvider.System.GetUtcNow().AddMinutes(5)), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(new Screen(1366, 768, false, "zh"));
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => sent.Enqueue(System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#notes")).ToHaveValueAsync("");
        await page.Locator("[data-beat]:not([data-beat='0'])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.Locator("#notes").PressSequentiallyAsync(Note);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#notes")).ToHaveValueAsync(Note);
        Assert.NotEmpty(sent);
        Assert.DoesNotContain(sent, frame => frame.Contains("A-0805", StringComparison.Ordinal));
        Assert.Empty(host.Desk.Acts);

        host.Seat.Sitting = DeskPictures.Assistant with { Person = "林婷" };
        await page.ReloadAsync();
        await page.Locator("[data-beat]:not([data-beat='0'])").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator("#notes")).ToHaveValueAsync("");
    }
}
