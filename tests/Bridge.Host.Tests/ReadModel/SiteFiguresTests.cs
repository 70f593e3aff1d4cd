using System.Text.Json;
using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.ReadModel;

namespace Bridge.Host.Tests.ReadModel;

/// <summary>The figures go over the control socket and come out the same on the other side.</summary>
public sealed class SiteFiguresTests
{
    private static readonly PeripheralSnapshot Reader = new(new DeviceId("gate-reader"), 5, OsdpSecurityState.Secure, "Online")
    {
        Polls = 12, SecondReplies = 3, LatestReply = TimeSpan.FromMicroseconds(8250), Replies = 12, ReplyTime = TimeSpan.FromMilliseconds(99),
    };

    private static readonly UnitSnapshot Unit = new(new DeviceId("relays"), 7) { Requests = 4, Answers = true, LongestReply = TimeSpan.FromMilliseconds(31) };

    private static readonly SiteFigures Figures = new(TimeSpan.FromSeconds(3),
    [
        new LineFigures(new LineId("gate"), true, new LineStatistics(1, 2, 3, 4, 5, 6, 7)) { Readers = [Reader] },
        new LineFigures(new LineId("relays"), false, new LineStatistics(0, 0, 0, 0, 0, 0, 0)) { Units = [Unit] },
    ]);

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        var read = JsonSerializer.Deserialize<SiteFigures>(JsonSerializer.Serialize(Figures, SiteFigures.Json), SiteFigures.Json);
        Assert.NotNull(read);
        Assert.Equal(Figures.TakenAt, read.TakenAt);
        Assert.Equal(Reader, Assert.Single(read.Lines[0].Readers));
        Assert.Equal(Unit, Assert.Single(read.Lines[1].Units));
        Assert.Equal(Figures.Lines[0].Statistics, read.Lines[0].Statistics);
        Assert.False(read.Lines[1].IsUp);
    }

    [Fact]
    public void OtherProgramsFindNamesAsTextAndTimesInMilliseconds()
    {
        var text = JsonSerializer.Serialize(Figures, SiteFigures.Json);
        foreach (var part in (string[])["\"takenAt\":3000", "\"line\":\"gate\"", "\"device\":\"gate-reader\"", "\"security\":\"secure\"", "\"latestReply\":8.25"])
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }
}
