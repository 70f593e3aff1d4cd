using Bridge.Console.Desk;
using Bridge.Console.Doors;
using Bridge.Console.Seats;
using Bridge.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Bridge.Console.Tests.Desk;

/// <summary>Whether the gate and the control room are there, as the desk shows it: who waits for somebody who is not there has to know.</summary>
public sealed class PostSideTests
{
    private static readonly Screen Desk = new(1366, 768, false, "en");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 0, false, "drawn a second ago")]
    [InlineData(15, 0, false, "a slow moment")]
    [InlineData(16, 0, true, "its browser has shown nothing for long")]
    [InlineData(1, 15, true, "the picture is old: nobody knows of the post since")]
    [InlineData(null, 0, true, "nobody has been there since the start")]
    public void APostIsLost(int? heard, int since, bool lost, string why) =>
        Assert.True(new PostLink(SeatRole.GatePost, heard is { } seconds ? TimeSpan.FromSeconds(seconds) : null).IsLost(TimeSpan.FromSeconds(since)) == lost, why);

    [Fact]
    public async Task EachIsNamedAndWhoIsAwayIsGreyWithItsAge()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var host = await DeskHost.StartAsync(DeskPictures.Busy(now), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Desk);
        var rows = page.Locator(".side-posts li");
        await Assertions.Expect(rows.Filter(new() { HasText = "Control room" })).ToHaveTextAsync("Control room there");
        await Assertions.Expect(rows.Filter(new() { HasText = "Gate post" })).ToHaveTextAsync("Gate post away · 6 min ago");
        await Assertions.Expect(rows.Filter(new() { HasText = "Gate post" })).ToHaveClassAsync("muted");
        host.Desk.Show(DeskPictures.Quiet(TimeProvider.System.GetUtcNow()) with { Posts = [new PostLink(SeatRole.GatePost, null)] });
        await Assertions.Expect(rows).ToHaveTextAsync("Gate post away");
    }

    [Fact]
    public async Task AClockThatIsWrongStandsInTheHeader()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var host = await DeskHost.StartAsync(DeskPictures.Quiet(now), DeskPictures.Assistant, Cancelled);
        var page = await host.OpenAsync(Desk);
        await Assertions.Expect(page.Locator(".links .tone-critical")).ToHaveCountAsync(0);
        host.Desk.Show(DeskPictures.Quiet(now) with { Links = new BridgeLinksView(LinkHealth.Up, LinkHealth.Up, 0, []) { ClockInDoubt = true } });
        await Assertions.Expect(page.Locator(".links .tone-critical")).ToHaveTextAsync("Clock is wrong");
    }
}
