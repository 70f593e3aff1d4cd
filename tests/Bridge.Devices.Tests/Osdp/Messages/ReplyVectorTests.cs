using System.Globalization;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Tests.Osdp.Messages;

/// <summary>Each reply byte by byte: read, and its frame written again.</summary>
public sealed class ReplyVectorTests(ITestOutputHelper output)
{
    private const string Capabilities = "ContactMonitoring=1/8 OutputControl=1/2 CardFormat=1/0 Led=4/2 Audible=2/1 Text=1/1 CheckCharacter=1/0 Security=1/1 "
        + "ReceiveBuffer=0/1 Readers=0/1 ProtocolVersion=2/0";

    private static readonly string[] TwentyFive = [.. Enumerable.Range(0, 25).Select(value => value.ToString("x2", CultureInfo.InvariantCulture))];

    /// <summary>Frame, what it says.</summary>
    public static TheoryData<string, string> Vectors => new()
    {
        { "53 85 09 00 05 41 01 16 d0", "BadCheck " },
        { "53 85 09 00 05 41 02 75 e0", "CommandLength " },
        { "53 85 09 00 05 41 03 54 f0", "UnknownCommand " },
        { "53 85 09 00 05 41 04 b3 80", "UnexpectedSequence " },
        { "53 85 09 00 05 41 05 92 90", "SecurityBlockRefused " },
        { "53 85 09 00 05 41 06 f1 a0", "SecureChannelRequired " },
        { "53 85 09 00 05 41 07 d0 b0", "BiometricTypeUnsupported " },
        { "53 85 09 00 05 41 08 3f 41", "BiometricFormatUnsupported " },
        { "53 85 09 00 05 41 09 1e 51", "CannotProcess " },
        { "53 85 14 00 04 45 ca fe 01 01 02 04 03 02 01 01 10 03 bb 21", "CA-FE-01 model 1 version 2 serial 01020304 firmware (1, 16, 3)" },
        { "53 85 29 00 05 46 01 01 08 02 01 02 03 01 00 04 04 02 05 02 01 06 01 01 08 01 00 09 01 01 0a 00 01 0d 00 01 10 02 00 ba 9d", Capabilities },
        { "53 85 0a 00 05 48 01 00 0c 8d", "tamper True power False" },
        { "53 85 0a 00 05 48 00 01 1c ae", "tamper False power True" },
        { "53 85 10 00 06 49 00 01 00 00 00 00 00 00 04 9e", "Inactive Active Inactive Inactive Inactive Inactive Inactive Inactive" },
        { "53 85 0a 00 07 4a 01 00 04 0e", "on off" },
        { "53 85 09 00 05 4b 00 fc 2f", "Normal" },
        { "53 85 10 00 06 50 00 01 1a 00 bb 03 21 80 61 81", "reader 0 WithParity 26 bb032180" },
        { "53 85 11 00 07 50 00 01 25 00 82 69 0d dd 50 bd ea", "reader 0 WithParity 37 82690ddd50" },
        { "53 85 25 00 05 50 00 00 c8 00 " + string.Join(' ', TwentyFive) + " a4 4b", "reader 0 Unspecified 200 " + string.Concat(TwentyFive) },
        { "53 85 0f 00 05 53 00 05 31 32 33 34 0d da 36", "reader 0 313233340d" },
        { "53 85 0b 00 06 53 00 01 7f 57 94", "reader 0 7f" },
        { "53 85 0d 00 05 54 07 00 96 00 00 b6 9b", "7 38400" },
        { "53 ff 0d 00 04 54 00 80 25 00 00 d4 75", "0 9600" },
        { "53 85 0d 00 07 90 ca fe 01 01 bb 39 b4", "CA-FE-01 01bb" },
        { "53 85 10 00 05 50 00 01 c8 00 bb 03 21 80 5a 1f", "TooFewBits" },
        { "53 85 0c 00 05 53 00 09 31 32 b6 0c", "CountMismatch" },
        { "53 85 0f 00 05 7a 00 00 00 00 00 00 00 8d b4", "known" },
        { "53 85 0f 00 05 7a 00 00 00 ff ff 00 00 4d 30", "known" },
        { "53 85 0b 00 06 58 00 00 c8 45 6e", "known" },
        { "53 85 0c 00 07 b1 00 01 00 00 6d 71", "known" },
        { "53 85 08 00 05 40 3f bc", "known" },
        { "53 85 08 00 04 79 74 28", "known" },
    };

    [Theory, MemberData(nameof(Vectors))]
    [Conformance(32, "PDID is read")]
    [Conformance(33, "PDCAP is read, all of it")]
    [Conformance(34, "RAW of 26 bits")]
    [Conformance(36, "RAW of 200 bits; more bits than data are refused")]
    [Conformance(37, "KEYPAD: one key, a whole PIN, both spellings of the function keys; another count is refused")]
    [Conformance(38, "LSTATR: tamper and power")]
    [Conformance(39, "ISTATR, OSTATR and RSTATR")]
    public void RepliesAreReadAndTheirFramesWritten(string bytes, string says)
    {
        var wire = Hex.Bytes(bytes);
        var frame = PlainFrame.Read(wire);
        Assert.Equal(says, ReplyText.Of(frame.Code, frame.Data));
        Assert.Equal(Hex.Text(wire), Hex.Text(PlainFrame.Build(wire[1], frame.Sequence, frame.Code, frame.Data)));
    }

    [Theory]
    [InlineData(0x41, "", "TooShort", "a refusal without a reason")]
    [InlineData(0x41, "00", "None ", "a code that is not legal")]
    [InlineData(0x41, "ff", "Generic ", "the general refusal")]
    [InlineData(0x41, "03aabb", "UnknownCommand aabb", "bytes behind the code")]
    [InlineData(0x41, "90", "144 ", "a maker's own code")]
    [InlineData(0x45, "cafe0101020403020101 10", "TooShort", "11 bytes")]
    [InlineData(0x45, "cafe010102040302010110 0300", "TooLong", "13 bytes")]
    [InlineData(0x46, "0101", "CutEntry", "two thirds of an entry")]
    [InlineData(0x46, "", "", "no entry")]
    [InlineData(0x46, "c80102", "200=1/2", "a function that nobody knows")]
    [InlineData(0x48, "01", "TooShort", "half of it")]
    [InlineData(0x48, "010000", "TooLong", "more than it")]
    [InlineData(0x49, "", "TooShort", "no input")]
    [InlineData(0x49, "000102030405ff", "Inactive Active Short Open Fault Unknown Unknown", "supervised inputs, and a value without a meaning")]
    [InlineData(0x4A, "", "TooShort", "no output")]
    [InlineData(0x4B, "00010203", "Normal NotConnected Tampered Unknown", "every state")]
    [InlineData(0x50, "000100", "TooShort", "no bit count")]
    [InlineData(0x50, "00010000", "Empty", "no bits")]
    [InlineData(0x50, "00010100ff", "reader 0 WithParity 1 ff", "one bit")]
    [InlineData(0x50, "0001ffffff", "TooFewBits", "65535 bits in one byte")]
    [InlineData(0x50, "00010800aabb", "reader 0 WithParity 8 aa", "more bytes than bits")]
    [InlineData(0x51, "00010231 32", "reader 0 True 3132", "characters, drawn backward")]
    [InlineData(0x51, "000002 31", "CountMismatch", "one character of two")]
    [InlineData(0x53, "0000", "Empty", "no key")]
    [InlineData(0x53, "00", "TooShort", "no count")]
    [InlineData(0x53, "000131 32", "CountMismatch", "a key too many")]
    [InlineData(0x53, "00022a23", "reader 0 2a23", "* and # as themselves")]
    [InlineData(0x54, "7f80250000", "OutOfRange", "the address of everybody")]
    [InlineData(0x54, "0000000080", "OutOfRange", "a negative speed")]
    [InlineData(0x54, "00802500", "TooShort", "cut")]
    [InlineData(0x54, "008025000000", "TooLong", "too long")]
    [InlineData(0x90, "cafe", "TooShort", "no whole vendor")]
    [InlineData(0x47, "", "unknown", "a code that is not in the standard")]
    [Conformance(31, "NAK FF, NAK 0 and NAK with more bytes")]
    [Conformance(32, "PDID of 11 or 13 bytes")]
    [Conformance(33, "PDCAP with unknown functions or a bad length")]
    [Conformance(36, "RAW of 0 bits, and bits that are not there")]
    [Conformance(37, "KEYPAD with another count")]
    public void WhatMakesNoSenseIsRefusedWithAReason(byte code, string data, string says, string why)
    {
        var text = ReplyText.Of(code, Hex.Bytes(data));
        Assert.True(text == says, $"{why}: {text}");
    }

    [Fact]
    [Conformance(32, "PDID of 13 bytes by option")]
    public void ALongerIdentityIsReadWhenTheSiteSaysSo()
    {
        Assert.Equal(ReplyRefusal.None, PdIdReply.Read(Hex.Bytes("cafe010102040302010110 0300"), longerAccepted: true, out var id));
        Assert.Equal((0x01020304u, (1, 16, 3)), (id.Serial, ((int)id.Firmware.Major, (int)id.Firmware.Minor, (int)id.Firmware.Build)));
    }

    [Theory]
    [InlineData(75)]
    [InlineData(128)]
    [InlineData(200)]
    [InlineData(1024)]
    [InlineData(11_000)]
    [Conformance(36, "RAW of 75, 128, 200 and 1024 bits")]
    public void LongCardsAreReadWhole(int bits)
    {
        byte[] data = [0, 0, (byte)(bits & 0xFF), (byte)(bits >> 8), .. Enumerable.Range(1, (bits + 7) / 8).Select(value => (byte)(value & 0xFF))];
        Assert.Equal(ReplyRefusal.None, RawReply.Read(data, out var raw));
        Assert.Equal((bits, Hex.Text(data.AsSpan(4))), (raw.BitCount, Hex.Text(raw.Bits)));
    }

    [Fact]
    [Conformance(33, "PDCAP: the first of two entries counts")]
    public void TheFirstOfTwoEntriesCounts()
    {
        Assert.Equal(ReplyRefusal.None, PdCapReply.Read(Hex.Bytes("0a0001 080100 0aa005"), out var reply));
        Assert.Equal(256, reply.Find(CapabilityFunction.ReceiveBuffer)?.Size);
        Assert.Null(reply.Find(CapabilityFunction.Security));
    }

    /// <summary>Each code with each length and random bytes: an answer or a refusal, never an exception.</summary>
    [Fact]
    public void NothingThatAReaderSaysThrows()
    {
        const int Seed = 8115;
        var random = new Random(Seed);
        int trials = 0, refused = 0;
        foreach (var code in Enumerable.Range(0, 256))
        {
            for (var length = 0; length <= 60; length++)
            {
                var data = new byte[length];
                random.NextBytes(data);
                trials++;
                refused += Enum.TryParse<ReplyRefusal>(ReplyText.Of((byte)code, data), out _) ? 1 : 0;
            }
        }

        output.WriteLine($"seed {Seed}: {trials} random replies, {refused} refused, 0 thrown. Control: {refused} is not 0 and not all");
        Assert.InRange(refused, 100, trials / 2);
    }
}
