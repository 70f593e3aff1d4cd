using Bridge.Devices.Osdp.Messages.Commands;

namespace Bridge.Devices.Tests.Osdp.Messages;

/// <summary>What can not be sent.</summary>
public sealed class CommandRuleTests
{
    public static TheoryData<byte> Colors => [.. Enum.GetValues<LedColor>().Cast<byte>()];

    [Theory, MemberData(nameof(Colors))]
    [Conformance(43, "LED: all eight colours, never without any time")]
    public void ALedAlwaysHasATime(byte color)
    {
        foreach (var milliseconds in new[] { 0, 49, 100 })
        {
            var pattern = new LedPattern(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.Zero, (LedColor)color, LedColor.Off);
            var lasting = Written(LedCommand.Lasting(0, 0, pattern));
            var passing = Written(LedCommand.For(0, 0, pattern, TimeSpan.FromSeconds(1)));
            Assert.Equal((1, 0, color), (lasting[10], lasting[11], lasting[12]));
            Assert.Equal((1, 0, color), (passing[3], passing[4], passing[5]));
        }
    }

    [Fact]
    public void BackToLastingChangesNothingElse() => Assert.Equal("0103010000000000000000000000", Hex.Text(Written(LedCommand.BackToLasting(1, 3))));

    [Theory]
    [InlineData(0, "the first output")]
    [InlineData(7, "another one")]
    [Conformance(44, "OUT codes 1 to 6, timer low byte first")]
    public void EveryActionOfAnOutputIsWritten(byte output, string why)
    {
        foreach (var action in Enum.GetValues<OutputAction>())
        {
            var data = new byte[4];
            new OutCommand(output, action, TimeSpan.FromSeconds(30)).WriteTo(data);
            Assert.True(Hex.Text(data) == $"{output:x2}{(byte)action:x2}2c01", why);
        }
    }

    [Fact]
    public void WhatMovesALockEndsByItself()
    {
        var seconds = TimeSpan.FromSeconds(6553.5);
        Assert.Equal("0205ffff", Hex.Text(Written(TimedOutCommand.On(2, seconds))));
        Assert.Equal("0206ffff", Hex.Text(Written(TimedOutCommand.Off(2, seconds))));
        Assert.Equal("00000000", Hex.Text(Written(default(TimedOutCommand))));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimedOutCommand.On(0, TimeSpan.FromMilliseconds(99)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimedOutCommand.On(0, seconds + TimeSpan.FromTicks(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimedOutCommand.Off(0, TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void ABuzzerEndsByItself()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BuzCommand.Sound(0, TimeSpan.FromSeconds(1), TimeSpan.Zero, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BuzCommand.Sound(0, TimeSpan.Zero, TimeSpan.Zero, 1));
        Assert.Equal("0001000000", Hex.Text(Written(BuzCommand.Silence(0))));
    }

    [Fact]
    public void ATextIsPrintable() => Assert.Equal(
        "00030a020104413f3f42", Hex.Text(Written(new TextCommand(0, TextMode.Temporary, TimeSpan.FromSeconds(10), 2, 1, "A\u00e9\nB"))));

    [Fact]
    public void ATimeThatDoesNotFitIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Written(LedCommand.Lasting(0, 0, new LedPattern(TimeSpan.FromSeconds(25.6), default, default, default))));

    private static byte[] Written<T>(T command)
        where T : Bridge.Devices.Osdp.Messages.IOsdpCommand
    {
        var data = new byte[command.Length];
        command.WriteTo(data);
        return data;
    }
}
