using Bridge.Devices.Osdp.Cards;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Tests.Osdp.Cards;

/// <summary>Cards bit by bit.</summary>
public sealed class CardDecoderTests(ITestOutputHelper output)
{
    private static readonly CardFormat[] All =
    [
        CardFormats.H10301, CardFormats.H10306, CardFormats.H10302, CardFormats.H10304, CardFormats.Corporate1000, CardFormats.Serial32,
        CardFormats.Serial56,
    ];

    /// <summary>Format, facility (empty where there is none), number, data on the wire.</summary>
    public static TheoryData<string, string, ulong, string> Vectors => new()
    {
        { "H10301", "118", 1603, "bb032180" },
        { "H10301", "0", 1, "00000080" },
        { "H10301", "20", 39, "0a0013c0" },
        { "H10301", "255", 65535, "7fffffc0" },
        { "H10306", "1", 1, "8000800080" },
        { "H10306", "1234", 56789, "82696eea80" },
        { "H10306", "65535", 65535, "7fffffffc0" },
        { "H10302", "", 1, "0000000010" },
        { "H10302", "", 12345678901, "adfdc1c350" },
        { "H10302", "", 34359738367, "7ffffffff8" },
        { "H10304", "1", 1, "8000800010" },
        { "H10304", "1234", 56789, "82690ddd50" },
        { "H10304", "65535", 524287, "7ffffffff8" },
        { "C1000-35", "1", 1, "c004000060" },
        { "C1000-35", "1234", 567890, "d34a2a9480" },
        { "C1000-35", "1337", 2137, "94e4021660" },
        { "C1000-35", "4095", 1048575, "bfffffffc0" },
        { "CSN-32", "", 0xDEADBEEF, "deadbeef" },
        { "CSN-56", "", 0x04A1B2C3D4E5F6, "04a1b2c3d4e5f6" },
    };

    [Theory, MemberData(nameof(Vectors))]
    [Conformance(34, "RAW of 26 bits, format 1 and 0")]
    [Conformance(35, "RAW of 34, 35 and 37 bits")]
    public void FacilityAndNumberAreRead(string name, string facility, ulong number, string data)
    {
        var format = All.Single(format => format.Name == name);
        foreach (var said in new[] { RawFormat.WithParity, RawFormat.Unspecified })
        {
            var known = Assert.IsType<CardReading.Known>(Decode([format], said, format.BitCount, data));
            Assert.Equal((format, facility, number), (known.Format, $"{known.Facility}", known.Number));
            Assert.Equal((data, format.BitCount), (Hex.Text(known.Card.Bits.Span), known.Card.BitCount));
        }
    }

    [Theory, MemberData(nameof(Vectors))]
    [Conformance(34, "A card with a wrong parity bit is refused")]
    [Conformance(35, "A card with a wrong parity bit is refused")]
    public void EveryWrongBitIsSeenByTheParity(string name, string facility, ulong number, string data)
    {
        var format = All.Single(format => format.Name == name);
        var refused = 0;
        for (var bit = 0; bit < format.BitCount; bit++)
        {
            var bytes = Hex.Bytes(data);
            bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
            var reading = Decode([format], RawFormat.WithParity, format.BitCount, Hex.Text(bytes));
            refused += reading is CardReading.BadParity ? 1 : 0;

            // Without the reader's word for it there may be no parity in these bits at all.
            Assert.IsNotType<CardReading.BadParity>(Decode([format], RawFormat.Unspecified, format.BitCount, Hex.Text(bytes)));
        }

        output.WriteLine($"{name} {facility}/{number}: {refused} of {format.BitCount} cards with one wrong bit refused");
        Assert.Equal(format.Parities.Count == 0 ? 0 : format.BitCount, refused);
    }

    [Theory]
    [InlineData(27, "bb0321a0", "a length that no format has")]
    [InlineData(1, "80", "one bit")]
    [InlineData(75, "010203040506070809e0", "75 bits, as some government cards")]
    [InlineData(200, "000102030405060708090a0b0c0d0e0f101112131415161718", "200 bits")]
    [Conformance(36, "Lengths without a format stay bits, all of them")]
    public void OtherLengthsStayBits(int bits, string data, string why)
    {
        var reading = Assert.IsType<CardReading.Opaque>(Decode(CardFormats.Standard, RawFormat.WithParity, bits, data));
        Assert.True(reading.Card.BitCount == bits && Hex.Text(reading.Card.Bits.Span) == data, why);
    }

    [Fact]
    public void WhatIsBehindTheLastBitDoesNotMatter()
    {
        var card = Assert.IsType<CardReading.Known>(Decode(CardFormats.Standard, RawFormat.WithParity, 26, "bb0321bf")).Card;
        Assert.Equal("bb032180", Hex.Text(card.Bits.Span));
    }

    [Fact]
    public void TwoFormatsOfOneLengthAreRefused() =>
        Assert.Throws<ArgumentException>(() => new CardDecoder([CardFormats.H10302, CardFormats.H10304]));

    [Fact]
    public void TheSiteChoosesBetweenTheTwoOf37Bits()
    {
        var with = Assert.IsType<CardReading.Known>(Decode([CardFormats.H10304], RawFormat.WithParity, 37, "82690ddd50"));
        var without = Assert.IsType<CardReading.Known>(Decode([CardFormats.H10302], RawFormat.WithParity, 37, "82690ddd50"));
        Assert.Equal((1234UL, 56789UL), (with.Facility, with.Number));
        Assert.Equal((null, (1234UL << 19) | 56789), (without.Facility, without.Number));
    }

    [Fact]
    public void ACardIsNeverShown() =>
        Assert.All(
            new[] { (26, "bb032180"), (27, "bb032180"), (26, "3b032180") },
            card => Assert.DoesNotContain("3", $"{Decode(CardFormats.Standard, RawFormat.WithParity, card.Item1, card.Item2)}", StringComparison.Ordinal));

    private static CardReading Decode(IEnumerable<CardFormat> formats, RawFormat said, int bits, string data)
    {
        byte[] reply = [0, (byte)said, (byte)(bits & 0xFF), (byte)(bits >> 8), .. Hex.Bytes(data)];
        return RawReply.Read(reply, out var raw) == ReplyRefusal.None
            ? new CardDecoder(formats).Decode(raw)
            : throw new InvalidOperationException($"not a card: {data}");
    }
}
