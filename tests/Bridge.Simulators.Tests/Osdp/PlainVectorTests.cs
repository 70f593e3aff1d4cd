using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>Packets that several independent programs agree on, byte for byte, without a secure channel.</summary>
public sealed class PlainVectorTests
{
    [Theory]
    [InlineData("123456789", 0xE5CC, "the catalogue's check value")]
    [InlineData("", 0x1D0F, "nothing but the start value")]
    public void TheCrcIsTheCataloguesCrc(string text, int crc, string why) =>
        Assert.True(OsdpCheck.Crc(System.Text.Encoding.ASCII.GetBytes(text)) == crc, why);

    [Theory]
    [InlineData("53 00 08 00 04 60 eb aa", "53 80 08 00 04 40 59 ac", 0, "first poll")]
    [InlineData("53 05 08 00 04 60 bc 89", "53 85 08 00 04 40 0e 8f", 5, "first poll of reader 5")]
    [InlineData("53 00 07 00 00 60 46", "53 80 07 00 00 40 e6", 0, "checksum asked, checksum answered")]
    [InlineData("53 05 09 00 04 61 00 c1 25", "53 85 14 00 04 45 ca fe 01 01 02 04 03 02 01 01 10 03 bb 21", 5, "identity")]
    [InlineData("53 7f 0d 00 04 6e 00 80 25 00 00 6e 38", "53 ff 0d 00 04 54 00 80 25 00 00 d4 75", 5, "configuration for everybody")]
    [InlineData("53 06 08 00 04 60", "", 5, "half a packet")]
    [InlineData("53 06 08 00 04 60 93 ba", "", 5, "another reader's")]
    [InlineData("53 85 08 00 04 40 0e 8f", "", 5, "a reply is no command")]
    [InlineData("ff ff ff 53 05 08 00 04 60 bc 89", "53 85 08 00 04 40 0e 8f", 5, "marks before the packet")]
    [InlineData("53 53 05 08 00 04 60 bc 89", "53 85 08 00 04 40 0e 8f", 5, "a start byte too many")]
    public void AnswersTheFirstCommand(string command, string reply, byte address, string why)
    {
        var table = new ReaderTable((address, new()));

        Assert.True(reply == table.Raw(command), $"{why}: {table.Answered}");
    }

    [Fact]
    public void TheSequenceIsEchoed()
    {
        var table = ReaderTable.Plain();
        (string Command, string Reply)[] polls =
        [
            ("53 05 08 00 04 60 bc 89", "53 85 08 00 04 40 0e 8f"),
            ("53 05 08 00 05 60 8d ba", "53 85 08 00 05 40 3f bc"),
            ("53 05 08 00 06 60 de ef", "53 85 08 00 06 40 6c e9"),
            ("53 05 08 00 07 60 ef dc", "53 85 08 00 07 40 5d da"),
            ("53 05 08 00 05 60 8d ba", "53 85 08 00 05 40 3f bc"),
        ];

        Assert.All(polls, poll => Assert.Equal(poll.Reply, table.Raw(poll.Command)));
    }

    public static TheoryData<string, string, string> Reports => new()
    {
        { "a card of 26 bits", "53 85 10 00 06 50 00 01 1a 00 bb 03 21 80 61 81", "10111011000000110010000110" },
        { "a card of 37 bits", "53 85 11 00 06 50 00 01 25 00 82 69 0d dd 50", "1000001001101001000011011101110101010" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void ACardIsToldAtTheNextPoll(string why, string reply, string bits)
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Ask(1, "60");
        table.Reader.PresentCard(bits);

        Assert.True(table.Ask(2, "60").StartsWith(reply, StringComparison.Ordinal), $"{why}: {table.Answered}");
    }

    [Fact]
    public void KeysAreToldAsTheyWerePressed()
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.EnterPin("1234");
        table.Reader.PressKeys("*");

        Assert.Equal("53 85 0f 00 05 53 00 05 31 32 33 34 0d da 36", table.Ask(1, "60"));
        Assert.Equal("53 85 0b 00 06 53 00 01 7f 57 94", table.Ask(2, "60"));
    }
}
