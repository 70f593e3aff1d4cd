using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Tests.Osdp.Frames;

/// <summary>Frames among whatever else is on a line.</summary>
public sealed class FrameReceiverTests
{
    private const string Ack = "5385080005403fbc";
    private const string Raw = "53851000065000011a00bb0321806181";

    /// <summary>What is heard, whether the line falls silent after it, the frames found, and why.</summary>
    public static TheoryData<string, bool, string[], string> Lines => new()
    {
        { Ack, false, [Ack], "a frame alone" },
        { "ff" + Ack, false, [Ack], "one mark" },
        { "ffffffffffffffff" + Ack, false, [Ack], "eight marks" },
        { Ack + Raw, false, [Ack, Raw], "two frames without anything between" },
        { Ack + "ff" + Raw + "00", false, [Ack, Raw], "a mark between and a stray byte behind" },
        { "0012345678" + Ack, false, [Ack], "noise before" },
        { "53" + Ack, false, [Ack], "a start byte in front: its length is too large" },
        { "5353535353" + Ack, false, [Ack], "several of them" },
        { "5300080005" + Ack, true, [Ack], "a header that no frame follows" },
        { "5300ff0004" + Ack, false, [], "a false start that announces 255 bytes hides the frame while the line may go on" },
        { "5300ff0004" + Ack, true, [Ack], "and no longer" },
        { "53000000ff" + Ack, false, [Ack], "no length" },
        { "5300050004" + Ack, false, [Ack], "a length of 5" },
        { "5300060004" + Ack, false, [Ack], "a length of 6" },
        { "5300a10504" + Ack, false, [Ack], "one byte too long: 1441" },
        { "5300ffff04" + Ack, false, [Ack], "the largest length" },
        { "5385080015403fbc" + Ack, false, [Ack], "a reserved bit" },
        { "5385080005403fbd" + Ack, false, [Ack], "a wrong CRC" },
        { "5385180005" + Raw + Ack, false, [Raw, Ack], "a frame inside one whose CRC is wrong" },
        { Ack[..^2], false, [], "not whole yet" },
        { Ack[..^2], true, [], "cut off" },
        { Ack[..^2] + Ack, true, [Ack], "cut off, and the next one" },
    };

    [Theory, MemberData(nameof(Lines))]
    [Conformance(1, "0, 1 or 8 marks before a frame")]
    [Conformance(4, "A wrong CRC is not delivered")]
    [Conformance(9, "A start byte in noise, then a true frame: found")]
    [Conformance(10, "Lengths that no frame has are dropped")]
    [Conformance(11, "Reserved control bits are dropped")]
    public void FramesAreFound(string heard, bool thenSilent, string[] frames, string why)
    {
        foreach (var lump in new[] { int.MaxValue, 1, 3 })
        {
            var bench = new ReceiverBench().Hear(Hex.Bytes(heard), lump);
            if (thenSilent)
            {
                bench.FallSilent();
            }

            Assert.True(frames.SequenceEqual(bench.Found), $"{why}, in lumps of {lump}: {string.Join(' ', bench.Found)}");
        }
    }

    [Fact]
    [Conformance(6, "A reply cut after any byte is dropped and the next one is read")]
    public void ACutFrameDoesNotSpoilTheNext()
    {
        var whole = Hex.Bytes(Raw);
        for (var length = 1; length < whole.Length; length++)
        {
            var bench = new ReceiverBench().Hear(whole.AsSpan(0, length)).FallSilent();
            Assert.Empty(bench.Found);
            Assert.Equal(0, bench.Receiver.Waiting);
            Assert.Equal(Raw, Assert.Single(bench.Hear(whole).Found));
        }
    }

    [Fact]
    [Conformance(15, "Every byte value in a payload arrives")]
    public void EveryByteValueSurvives()
    {
        var payload = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var wire = PlainFrame.Reply(5, 1, 0x90, payload);
        Assert.Equal(Hex.Text(wire), Assert.Single(new ReceiverBench().Hear(wire, 7).Found));
    }

    [Theory]
    [InlineData(128, "what every device takes")]
    [InlineData(1440, "the longest there is")]
    [Conformance(16, "Frames of 128 and of 1440 bytes")]
    public void LongFramesAreRead(int length, string why)
    {
        var wire = PlainFrame.Reply(5, 1, 0x90, new byte[length - 8]);
        Assert.True(wire.Length == length, why);
        Assert.Equal(Hex.Text(wire), Assert.Single(new ReceiverBench().Hear(wire, 100).Found));
    }

    [Fact]
    public void WhatIsHeardIsCounted()
    {
        var bench = new ReceiverBench().Hear(Hex.Bytes("ffff" + "0102" + Ack + "ff" + "5385080005403fbd" + "5385"));
        bench.FallSilent();
        var figures = bench.Figures;
        Assert.Equal((1, 3, 1, 1), (figures.Frames, figures.Marks, figures.CheckErrors, figures.BrokenOff));
        Assert.Equal(2 + 8 + 2, figures.StrayBytes);
    }

    [Fact]
    public void ClearedBytesAreForgottenAndCounted()
    {
        var bench = new ReceiverBench().Hear(Hex.Bytes(Ack[..^2]));
        bench.Receiver.Clear();
        Assert.Equal(7, bench.Figures.StrayBytes);
        Assert.Equal(Ack, Assert.Single(bench.Hear(Hex.Bytes(Ack)).Found));
    }

    [Fact]
    public void ThereIsAlwaysRoomForAWholeFrame()
    {
        var bench = new ReceiverBench();
        var almost = new byte[FrameLayout.LongestFrame - 1];
        (almost[0], almost[2], almost[3], almost[4]) = (0x53, 0xA0, 0x05, 0x04);
        bench.Hear(almost);
        Assert.Equal(almost.Length, bench.Receiver.Waiting);
        Assert.True(bench.Receiver.Room.Length > FrameLayout.LongestFrame);
    }
}
