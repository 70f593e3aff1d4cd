using System.Net;
using Bridge.Console.Tests.Hosting;

namespace Bridge.Console.Tests;

/// <summary>The page as the server sends it, before any script has run.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData("/", "lang=\"zh-CN\"", "大堂正门", "未安装", "未知", "门被强行打开")]
    [InlineData("/?lang=en", "lang=\"en\"", "Main entrance", "Not fitted", "Unknown", "Door forced open")]
    [InlineData("/?lang=nonsense", "lang=\"zh-CN\"", "大堂正门", "未安装", "未知", "门被强行打开")]
    public async Task TheFirstAnswerAlreadySaysIt(string path, params string[] words)
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), cancelled);
        var page = WebUtility.HtmlDecode(await host.FetchAsync(path, cancelled));
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FireAndAStoppedPictureAreSaid()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var old = TimeProvider.System.GetUtcNow().AddSeconds(-42);
        await using var host = await ConsoleHost.StartAsync(Pictures.Troubled(old), cancelled);
        var page = WebUtility.HtmlDecode(await host.FetchAsync("/?lang=en", cancelled));
        Assert.All(
            ["Fire alarm: fire doors are released", "No new data for 40 s", "The journal cannot be written", "12 waiting", "Line riser-rs485 is down"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASiteWithoutDoorsSaysSo()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var host = await ConsoleHost.StartAsync(Pictures.Empty(TimeProvider.System.GetUtcNow()), cancelled);
        var page = await host.FetchAsync("/?lang=en", cancelled);
        Assert.Contains("No doors are configured", page, StringComparison.Ordinal);
        Assert.Contains("No events since the start", page, StringComparison.Ordinal);
    }
}
