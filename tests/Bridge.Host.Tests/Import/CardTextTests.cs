using Bridge.Host.Import;

namespace Bridge.Host.Tests.Import;

public sealed class CardTextTests
{
    // The bits as a reader sends them, most significant first, left aligned.
    [Theory]
    [InlineData("26:0/0", 26, "00000040", "even parity 0, odd parity 1")]
    [InlineData("26:255/65535", 26, "7FFFFFC0", "all data bits one: even parity of twelve ones is 0, odd parity of twelve ones is 1")]
    [InlineData("26:1/1", 26, "80800080", "one bit in each half: even parity 1, odd parity 0")]
    [InlineData("26:0x2018F0E", 26, "8063C380", "the raw bits, parity and all, shifted to the left edge")]
    [InlineData("26:33656590", 26, "8063C380", "the same in decimal")]
    [InlineData("34:0/0", 34, "0000000040", "34 bits")]
    [InlineData("32:0xDEADBEEF", 32, "DEADBEEF", "a serial number of four bytes needs no shift")]
    [InlineData("32:3735928559", 32, "DEADBEEF", "the same in decimal")]
    [InlineData("37:0x1", 37, "0000000008", "one bit at the right edge of 37")]
    [InlineData("128:0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", 128, "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "the longest")]
    public void Parses(string text, int bits, string expected, string why)
    {
        var (card, problem) = CardText.Parse(text);
        Assert.Null(problem);
        Assert.True(card!.BitCount == bits && Convert.ToHexString(card.Bits.Span) == expected, $"{why}: {Convert.ToHexString(card.Bits.Span)}");
    }

    [Theory]
    [InlineData("26:256/1", "facility does not fit")]
    [InlineData("26:1/65536", "number does not fit")]
    [InlineData("37:1/1", "no common layout")]
    [InlineData("26:0x4000000", "27 bits in 26")]
    [InlineData("4:1", "too short to be a card")]
    [InlineData("129:1", "too long")]
    [InlineData("26:", "no number")]
    [InlineData("12/34567", "no format")]
    [InlineData("26:-1/5", "negative")]
    [InlineData("26:１/5", "a full-width digit")]
    public void Refuses(string text, string why)
    {
        var (card, problem) = CardText.Parse(text);
        Assert.True(card is null && problem!.StartsWith("expected ", StringComparison.Ordinal), why);
    }
}
