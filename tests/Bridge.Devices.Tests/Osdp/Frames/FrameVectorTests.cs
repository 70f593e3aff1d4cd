using System.Text;
using Bridge.Devices.Osdp.Frames;

namespace Bridge.Devices.Tests.Osdp.Frames;

/// <summary>Whole frames byte by byte, read and written.</summary>
public sealed class FrameVectorTests
{
    /// <summary>Frame, address, is a reply, sequence, CRC, code, data, and what it is.</summary>
    public static TheoryData<string, byte, bool, byte, bool, byte, string, string> Vectors => new()
    {
        { "53 7f 0d 00 04 6e 00 80 25 00 00 6e 38", 0x7F, false, 0, true, 0x6E, "0080250000", "COMSET to everybody, with CRC" },
        { "53 7f 0c 00 00 6e 00 80 25 00 00 0f", 0x7F, false, 0, false, 0x6E, "0080250000", "COMSET to everybody, with checksum" },
        { "53 00 09 00 04 61 00 c0 66", 0, false, 0, true, 0x61, "00", "ID, with CRC" },
        { "53 00 08 00 00 61 00 44", 0, false, 0, false, 0x61, "00", "ID, with checksum" },
        { "53 00 08 00 04 60 eb aa", 0, false, 0, true, 0x60, "", "POLL, sequence 0" },
        { "53 00 08 00 05 60 da 99", 0, false, 1, true, 0x60, "", "POLL, sequence 1" },
        { "53 00 08 00 06 60 89 cc", 0, false, 2, true, 0x60, "", "POLL, sequence 2" },
        { "53 00 08 00 07 60 b8 ff", 0, false, 3, true, 0x60, "", "POLL, sequence 3" },
        { "53 80 08 00 04 40 59 ac", 0, true, 0, true, 0x40, "", "ACK, sequence 0" },
        { "53 80 08 00 05 40 68 9f", 0, true, 1, true, 0x40, "", "ACK, sequence 1" },
        { "53 80 08 00 06 40 3b ca", 0, true, 2, true, 0x40, "", "ACK, sequence 2" },
        { "53 80 08 00 07 40 0a f9", 0, true, 3, true, 0x40, "", "ACK, sequence 3" },
        { "53 05 08 00 04 60 bc 89", 5, false, 0, true, 0x60, "", "POLL to 5, sequence 0" },
        { "53 05 08 00 05 60 8d ba", 5, false, 1, true, 0x60, "", "POLL to 5, sequence 1" },
        { "53 05 08 00 06 60 de ef", 5, false, 2, true, 0x60, "", "POLL to 5, sequence 2" },
        { "53 05 08 00 07 60 ef dc", 5, false, 3, true, 0x60, "", "POLL to 5, sequence 3" },
        { "53 85 08 00 04 40 0e 8f", 5, true, 0, true, 0x40, "", "ACK from 5, sequence 0" },
        { "53 85 08 00 05 40 3f bc", 5, true, 1, true, 0x40, "", "ACK from 5, sequence 1" },
        { "53 85 08 00 06 40 6c e9", 5, true, 2, true, 0x40, "", "ACK from 5, sequence 2" },
        { "53 85 08 00 07 40 5d da", 5, true, 3, true, 0x40, "", "ACK from 5, sequence 3" },
        { "53 00 07 00 00 60 46", 0, false, 0, false, 0x60, "", "POLL, checksum" },
        { "53 00 07 00 01 60 45", 0, false, 1, false, 0x60, "", "POLL, checksum, sequence 1" },
        { "53 80 07 00 01 40 e5", 0, true, 1, false, 0x40, "", "ACK, checksum, sequence 1" },
        { "53 7f 09 00 04 61 00 5f e6", 0x7F, false, 0, true, 0x61, "00", "ID to everybody" },
        { "53 7e 08 00 05 60 f4 4b", 0x7E, false, 1, true, 0x60, "", "the highest address" },
        { "53 00 09 00 05 62 00 a3 04", 0, false, 1, true, 0x62, "00", "CAP" },
        { "53 85 08 00 04 79 74 28", 5, true, 0, true, 0x79, "", "BUSY" },
        { "53 85 07 00 00 79 a8", 5, true, 0, false, 0x79, "", "BUSY, checksum" },
        { "53 86 08 00 05 40 ed 52", 6, true, 1, true, 0x40, "", "ACK of another reader" },
        { "53 ff 0d 00 04 54 00 80 25 00 00 d4 75", 0x7F, true, 0, true, 0x54, "0080250000", "COM from a reader asked as everybody" },
    };

    [Theory, MemberData(nameof(Vectors))]
    [Conformance(2, "CRC by default; the standard's example frames byte by byte")]
    [Conformance(3, "Checksum for readers without CRC")]
    [Conformance(18, "Replies from address FF are understood")]
    public void FramesAreReadAndWritten(string bytes, byte address, bool isReply, byte sequence, bool crc, byte code, string data, string why)
    {
        var wire = Hex.Bytes(bytes);
        Assert.True(OsdpFrame.Read(wire, out var frame) == FrameFault.None, why);
        Assert.Equal((address, isReply, sequence, crc, code), (frame.Address, frame.IsReply, frame.Sequence, frame.UsesCrc, frame.Code));
        Assert.Equal(data, Hex.Text(frame.Data));
        Assert.False(frame.HasSecurityBlock, why);
        Assert.Equal(0, frame.Mac.Length);

        var written = PlainFrame.Build((byte)(address | (isReply ? 0x80 : 0)), sequence, code, Hex.Bytes(data), crc);
        Assert.Equal(Hex.Text(wire), Hex.Text(written));
    }

    [Fact]
    public void TheCrcIsThatOfTheCatalogue() => Assert.Equal(0xE5CC, OsdpCrc.Compute("123456789"u8));

    [Fact]
    public void TheChecksumMakesTheSumZero()
    {
        var text = Encoding.ASCII.GetBytes("any bytes at all");
        Assert.Equal(0, (text.Sum(value => value) + OsdpChecksum.Compute(text)) % 256);
    }

    [Fact]
    [Conformance(1, "A mark before the frame, which is no part of it")]
    public void TheLeadingMarkIsNotCounted()
    {
        var bytes = new byte[20];
        var written = FrameBuilder.Write(bytes, new FrameHeader(5, 1, LeadingMark: true), 0x60, []);
        Assert.Equal("ff5305080005608dba", Hex.Text(bytes.AsSpan(0, written)));
    }

    [Theory]
    [InlineData("53 85 08 00 05 40 3f bd", FrameFault.Check, "the last bit of the CRC")]
    [InlineData("53 80 07 00 01 40 e4", FrameFault.Check, "the last bit of the checksum")]
    [InlineData("53 85 09 00 05 40 3f bc", FrameFault.Length, "longer than it is")]
    [InlineData("53 85 07 00 05 40 3f", FrameFault.Length, "shorter than any frame with CRC")]
    [InlineData("53 85 06 00 01 40", FrameFault.Length, "shorter than any frame")]
    [InlineData("53 85 00 00 05 40 3f bc", FrameFault.Length, "no length")]
    [InlineData("53 85 a1 05 05 40 3f bc", FrameFault.Length, "one byte above the longest")]
    [InlineData("53 85 ff ff 05 40 3f bc", FrameFault.Length, "the largest length there is")]
    [InlineData("53 85 08 00 15 40 3f bc", FrameFault.ReservedBits, "a reserved bit")]
    [InlineData("53 85 08 00 85 40 3f bc", FrameFault.ReservedBits, "the bit of older drafts")]
    [InlineData("54 85 08 00 05 40 3f bc", FrameFault.Length, "another start byte")]
    [InlineData("53 85 08", FrameFault.Length, "no whole header")]
    [Conformance(5, "A wrong checksum is not believed")]
    [Conformance(10, "Lengths that no frame has are dropped")]
    [Conformance(11, "Reserved control bits are dropped")]
    public void WhatIsNoFrameIsRefused(string bytes, object fault, string why) =>
        Assert.True(OsdpFrame.Read(Hex.Bytes(bytes), out _) == (FrameFault)fault, why);

    [Theory]
    [InlineData("53 85 09 00 0d 02 16 00 00", "a block of two bytes and then nothing for the code")]
    [InlineData("53 85 0b 00 0d 01 16 40 00 00 00", "a block shorter than its head")]
    [InlineData("53 85 0b 00 0d 00 16 40 00 00 00", "a block of no length")]
    [InlineData("53 85 0b 00 0d ff 16 40 00 00 00", "a block longer than the frame")]
    [InlineData("53 85 0d 00 0d 02 16 40 01 02 03 00 00", "an authentication code of three bytes")]
    public void ASecurityBlockThatDoesNotFitIsRefused(string bytes, string why) =>
        Assert.True(OsdpFrame.Read(PlainFrame.WithCrc(Hex.Bytes(bytes)), out _) == FrameFault.SecurityBlock, why);
}
