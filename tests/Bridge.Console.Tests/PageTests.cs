using System.Net;
using Bridge.Console.Doors;
using Bridge.Console.Readers;
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

    [Theory]
    [InlineData("/readers", "lang=\"zh-CN\"", "读卡器", "明文", "已加密", "地址冲突", "设备被更换", "19.8", "11.4", "href=\"readers?lang=en\"")]
    [InlineData("/readers?lang=en", "lang=\"en\"", "Readers", "in clear", "secure", "two at one address", "replaced by another device", "19.8", "11.4", "href=\"readers?lang=zh\"")]
    [InlineData("/?lang=en", "Reader clear-reader: in clear", "Reader securityfailed-reader: security failed", "Reader notenrolled-reader: no key yet", "href=\"readers?lang=en\"")]
    public async Task ReadersAreShownWithWordsAndTheUnsafeOnesOnTheDoorsPageToo(string path, params string[] words)
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var host = await ConsoleHost.StartAsync(Pictures.WithReaders(TimeProvider.System.GetUtcNow()), cancelled);
        var page = WebUtility.HtmlDecode(await host.FetchAsync(path, cancelled));
        Assert.All(words, word => Assert.Contains(word, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReaderCondition.Clear, Tone.Critical)]
    [InlineData(ReaderCondition.SecurityFailed, Tone.Critical)]
    [InlineData(ReaderCondition.Replaced, Tone.Critical)]
    [InlineData(ReaderCondition.AddressClash, Tone.Critical)]
    [InlineData(ReaderCondition.Faulty, Tone.Critical)]
    [InlineData(ReaderCondition.NotEnrolled, Tone.Warning)]
    [InlineData(ReaderCondition.Away, Tone.Doubt)]
    [InlineData(ReaderCondition.Secure, Tone.Released)]
    public void AReaderThatIsNotSecureIsRed(ReaderCondition condition, Tone tone) =>
        Assert.Equal(tone, new ReaderView("gate", "line", 0, condition, "").Look.Tone);

    [Fact]
    public async Task WithoutOsdpReadersNothingIsSaidOfThem()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var host = await ConsoleHost.StartAsync(Pictures.Morning(TimeProvider.System.GetUtcNow()), cancelled);
        Assert.DoesNotContain("readers?lang", await host.FetchAsync("/?lang=en", cancelled), StringComparison.Ordinal);
        Assert.Contains("no OSDP readers", await host.FetchAsync("/readers?lang=en", cancelled), StringComparison.Ordinal);
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
