using Bridge.Devices.Osdp.Doctor;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>No secret stays in a captured frame, and a frame stays a frame.</summary>
public sealed class FrameBlankingTests
{
    public static TheoryData<string, string, string> Secrets => new()
    {
        { "a card in clear", "53 85 10 00 06 50 00 01 1a 00 bb 03 21 80 61 81", "bb 03 21 80" },
        { "a PIN in clear", "53 85 0f 00 05 53 00 05 31 32 33 34 0d da 36", "31 32 33 34 0d" },
        { "the random number of a challenge", "53 05 13 00 0e 03 11 01 76 10 11 12 13 14 15 16 17 f3 88", "10 11 12 13 14 15 16 17" },
        {
            "the reader's random number and cryptogram",
            "53 85 2b 00 0e 03 12 01 76 ca fe 01 01 02 04 03 02 20 21 22 23 24 25 26 27 cf 5d 79 74 e6 2f a6 f1 5a b7 bf ad 5d 96 53 3c cf b1",
            "20 21 22 23 24 25 26 27 cf 5d 79 74 e6 2f a6 f1 5a b7 bf ad 5d 96 53 3c"
        },
        {
            "the panel's cryptogram", "53 05 1b 00 0f 03 13 01 77 29 9a 75 5d f7 ea 54 0a ea 5c 45 25 d5 99 ed d6 53 51",
            "29 9a 75 5d f7 ea 54 0a ea 5c 45 25 d5 99 ed d6"
        },
        { "an authentication code", "53 05 0e 00 0d 02 15 60 6f c1 ad c7 b3 de", "6f c1 ad c7" },
        {
            "an enciphered card", "53 85 1e 00 0e 02 18 50 5a 84 30 9b 7b e2 f6 29 d7 62 38 a2 c1 61 a5 0e 55 92 2c 47 e8 26",
            "5a 84 30 9b 7b e2 f6 29 d7 62 38 a2 c1 61 a5 0e"
        },
        {
            "a new key, enciphered",
            "53 05 2e 00 0f 02 17 75 e5 f9 0c cc a6 53 aa 6a 67 f0 73 aa ed 1e ff 0e 35 fa 03 7a 0f 0f 92 1c 95 3b 06 3d 70 23 62 91 35 ba ab 24 cc 1f",
            "e5 f9 0c cc a6 53 aa 6a 67 f0 73 aa ed 1e ff 0e 35 fa 03 7a 0f 0f 92 1c 95 3b 06 3d 70 23 62 91"
        },
        { "a text, which may be a name", "53 05 13 00 07 6b 00 01 00 01 01 05 48 45 4c 4c 4f e8 8d", "48 45 4c 4c 4f" },
        { "a maker's command", "53 05 0d 00 07 80 ca fe 01 01 aa 99 48", "01 aa" },
        { "a maker's reply", "53 85 0d 00 07 90 ca fe 01 01 bb 39 b4", "01 bb" },
        { "a file", "53 05 17 00 05 7c 01 2c 01 00 00 00 00 00 00 04 00 de ad be ef 88 5d", "de ad be ef" },
        { "a fingerprint's score", "53 85 0b 00 06 58 00 00 c8 45 6e", "00 00 c8" },
    };

    public static TheoryData<string, string> Harmless => new()
    {
        { "a poll", "53 05 08 00 04 60 bc 89" },
        { "an acknowledgement", "53 85 08 00 04 40 0e 8f" },
        { "a poll with a checksum", "53 00 07 00 00 60 46" },
        { "a refusal", "53 85 09 00 05 41 03 54 f0" },
        { "an identity", "53 85 14 00 04 45 ca fe 01 01 02 04 03 02 01 01 10 03 bb 21" },
        { "an output", "53 05 0c 00 06 68 00 05 1e 00 5d e8" },
        { "a light", "53 05 16 00 07 69 00 00 00 00 00 00 00 00 00 01 01 00 02 00 f8 9f" },
        { "a new address and speed", "53 05 0d 00 05 6e 07 00 96 00 00 0c d6" },
        { "a tamper switch", "53 85 0a 00 05 48 01 00 0c 8d" },
        { "busy", "53 85 08 00 04 79 74 28" },
    };

    [Theory, MemberData(nameof(Secrets))]
    public void ASecretIsTakenOutAndTheRestStays(string why, string bytes, string secret)
    {
        var before = Hex.Bytes(bytes);
        Assert.Equal(FrameFault.None, OsdpFrame.Read(before, out var frame));
        var (after, isBlanked) = FrameBlanking.Blank(frame);

        Assert.True(isBlanked, why);
        Assert.True(before.AsSpan().IndexOf(Hex.Bytes(secret)) >= 0, $"{why}: the test looks for what is not there");
        Assert.True(after.AsSpan().IndexOf(Hex.Bytes(secret)) < 0, $"{why} is still there: {Convert.ToHexString(after)}");
        Assert.Equal(FrameFault.None, OsdpFrame.Read(after, out var blanked));
        Assert.Equal((before.Length, frame.Code, frame.Sequence, frame.Address), (after.Length, blanked.Code, blanked.Sequence, blanked.Address));
        Assert.True(frame.SecurityBlock.SequenceEqual(blanked.SecurityBlock), why);
    }

    [Theory, MemberData(nameof(Harmless))]
    public void WhatIsNoSecretStaysAsItIs(string why, string bytes)
    {
        Assert.Equal(FrameFault.None, OsdpFrame.Read(Hex.Bytes(bytes), out var frame));
        var (after, isBlanked) = FrameBlanking.Blank(frame);
        Assert.True(Hex.Bytes(bytes).AsSpan().SequenceEqual(after) && !isBlanked, why);
    }

    /// <summary>A code that nobody has heard of, in either direction, keeps nothing of its data.</summary>
    [Fact]
    public void WhatIsNotKnownToBeHarmlessIsBlanked()
    {
        var known = Enum.GetValues<OsdpCommandCode>().Select(code => (byte)code).Concat(Enum.GetValues<OsdpReplyCode>().Select(code => (byte)code)).ToHashSet();
        for (var code = 0; code <= 255; code++)
        {
            if (known.Contains((byte)code))
            {
                continue;
            }

            foreach (byte address in (byte[])[0x05, 0x85])
            {
                var bytes = new byte[64];
                var length = FrameBuilder.Write(bytes, new FrameHeader(address, 1), (byte)code, [1, 2, 3, 4, 5]);
                Assert.Equal(FrameFault.None, OsdpFrame.Read(bytes.AsSpan(0, length), out var frame));
                Assert.Equal(FrameFault.None, OsdpFrame.Read(FrameBlanking.Blank(frame).Bytes, out var blanked));
                Assert.Equal(new byte[5], blanked.Data.ToArray());
            }
        }
    }
}
