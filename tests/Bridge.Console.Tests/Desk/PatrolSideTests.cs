using Bridge.Console.Desk;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>Which phones of the patrol are there, as the desk shows it: who cannot be reached is called on the radio.</summary>
public sealed class PatrolSideTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2, 0, false, "just heard")]
    [InlineData(15, 0, false, "three beats are a long time, and it may come back")]
    [InlineData(16, 0, true, "it has said nothing for more than three beats")]
    [InlineData(2, 14, true, "the picture is old: nobody knows of the phone since")]
    public void APhoneIsLost(int heard, int since, bool lost, string why) =>
        Assert.True(new PatrolPhone("赵刚", "P1", TimeSpan.FromSeconds(heard)).IsLost(TimeSpan.FromSeconds(since)) == lost, why);

    [Fact]
    public async Task EachIsNamedWithItsAgeAndNoneIsSaidToBeNone()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var host = await DeskHost.StartAsync(DeskPictures.Busy(now), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Desk);
        var rows = page.Locator("section[aria-labelledby=side-patrol] li");
        await Assertions.Expect(rows.Filter(new() { HasText = "赵刚" })).ToContainTextAsync("P1 there");
        await Assertions.Expect(rows.Filter(new() { HasText = "孙浩" })).ToContainTextAsync("lost · last heard 6 min ago");
        await Assertions.Expect(rows.Filter(new() { HasText = "孙浩" })).ToHaveClassAsync("tone-warning");
        host.Desk.Show(DeskPictures.Quiet(TimeProvider.System.GetUtcNow()));
        await Assertions.Expect(page.Locator("section[aria-labelledby=side-patrol]")).ToContainTextAsync("use the radio");
    }
}
