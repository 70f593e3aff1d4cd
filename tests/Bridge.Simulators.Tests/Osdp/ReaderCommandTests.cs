using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Feedback;

namespace Bridge.Simulators.Tests.Osdp;

public sealed class ReaderCommandTests
{
    private const string Done = "40";
    private readonly ReaderTable _table = ReaderTable.Plain();

    public static TheoryData<string, string, string> Answers => new()
    {
        { "who it is, without the byte", "61", "45 ca fe 01 01 02 04 03 02 01 01 10 03" },
        { "inputs", "65", "49 00 00 00 00 00 00 00 00" },
        { "outputs", "66", "4a 00 00" },
        { "its reader", "67", "4b 00" },
        { "longest packet", "7b 00 04", Done },
        { "keep the card", "a7 88 13", Done },
        { "abort", "a2", Done },
        { "a vendor's own command", "80 ca fe 01 01 aa", "90 ca fe 01 01 aa" },
        { "another vendor's command", "80 01 02 03 01 aa", "41 09" },
        { "a finger it cannot read", "73 00 02 00 7f", "41 07" },
        { "a format it cannot match", "74 00 02 03 7f 00 00", "41 08" },
        { "a piece of a file", "7c 01 2c 01 00 00 00 00 00 00 04 00 de ad be ef", "7a 00 00 00 00 00 00 00" },
        { "a file beyond all limits", "7c 01 ff ff ff ff 00 00 00 00 00 00", "7a 00 00 00 ff ff 00 00" },
        { "a piece that does not follow", "7c 01 2c 01 00 00 04 00 00 00 00 00", "7a 00 00 00 fd ff 00 00" },
        { "an unknown command", "63", "41 03" },
        { "a poll with data", "60 00", "41 02" },
        { "half a light", "69 00 00 00 00", "41 02" },
        { "a light that is never on and never off", "69 00 00 00 00 00 00 00 00 00 01 00 00 02 00", "41 09" },
        { "a light it has not", "69 00 02 00 00 00 00 00 00 00 01 01 00 02 00", "41 09" },
        { "a colour nobody has", "69 00 00 00 00 00 00 00 00 00 01 01 00 08 00", "41 09" },
        { "an output it has not", "68 02 02 00 00", "41 09" },
        { "a temporary output for no time", "68 00 05 00 00", "41 09" },
        { "a sound that never sounds", "6a 00 02 00 02 03", "41 09" },
        { "text in row 0", "6b 00 01 00 00 01 01 41", "41 09" },
        { "text with a length of another", "6b 00 01 00 01 01 02 41", "41 02" },
        { "an address for everybody", "6e 7f 80 25 00 00", "41 09" },
        { "a speed nobody has", "6e 01 81 25 00 00", "41 09" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void AnswersACommand(string why, string command, string reply) => Assert.True(reply == Body(_table.Ask(0, command)), $"{why}: {_table.Answered}");

    [Fact]
    public void ATemporaryLightLiesOverThePermanentOne()
    {
        _table.Raw("53 05 16 00 04 69 00 00 00 00 00 00 00 00 00 01 01 00 02 00 " + Check("53 05 16 00 04 69 00 00 00 00 00 00 00 00 00 01 01 00 02 00"));
        Assert.Equal(LightColour.Green, _table.Reader.Lights.Colours[0]);
        Assert.Equal("53 85 08 00 05 40 3f bc", _table.Raw("53 05 16 00 05 69 00 00 02 02 02 01 00 32 00 00 00 00 00 00 88 cf"));
        List<LightColour> seen = [];
        for (var i = 0; i < 27; i++)
        {
            seen.Add(_table.Reader.Lights.Colours[0]);
            _table.Wait(0.2);
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(i => i % 2 == 0 ? LightColour.Red : LightColour.Off), seen[..25]);
        Assert.Equal([LightColour.Green, LightColour.Green], seen[25..]);
        Assert.Equal(2, _table.Reader.Lights.History.Count);
    }

    [Fact]
    public void ATemporaryLightCanBeCancelled()
    {
        _table.Ask(0, "69 00 01 02 01 00 04 00 00 00 01 01 00 03 00");
        Assert.Equal(LightColour.Blue, _table.Reader.Lights.Colours[1]);
        _table.Ask(1, "69 00 01 01 00 00 00 00 00 00 00 00 00 00 00");

        Assert.Equal(LightColour.Amber, _table.Reader.Lights.Colours[1]);
    }

    [Fact]
    public void TheBuzzerSoundsAsOftenAsItWasTold()
    {
        _table.Ask(0, "60");
        _table.Ask(1, "60");
        Assert.Equal("53 85 08 00 06 40 6c e9", _table.Raw("53 05 0d 00 06 6a 00 02 02 02 03 6b 70"));
        List<bool> heard = [];
        for (var i = 0; i < 8; i++)
        {
            heard.Add(_table.Reader.Buzzer.IsSounding);
            _table.Wait(0.2);
        }

        Assert.Equal([true, false, true, false, true, false, false, false], heard);
    }

    [Fact]
    public void ATextForSomeSecondsLiesOverTheOneThatStays()
    {
        _table.Ask(0, "6b 00 01 00 01 01 05 48 45 4c 4c 4f");
        _table.Ask(1, "6b 00 03 02 01 01 02 4e 4f");
        Assert.Equal("NO", _table.Reader.Text.Shown);
        _table.Wait(2);

        Assert.Equal("HELLO", _table.Reader.Text.Shown);
    }

    [Theory]
    [InlineData("68 00 02 00 00", true, true, "on for good")]
    [InlineData("68 00 05 1e 00", true, false, "on for three seconds")]
    [InlineData("68 00 05 1e 00 00 04 00 00", true, true, "on for three seconds, and then on for good")]
    [InlineData("68 00 05 1e 00 00 03 00 00", true, false, "the permanent state does not end the time")]
    [InlineData("68 00 05 1e 00 00 01 00 00", false, false, "off ends the time")]
    [InlineData("68 00 02 00 00 00 06 1e 00", false, true, "off for three seconds")]
    [InlineData("68 00 00 00 00", false, false, "no change")]
    public void AnOutputDoesWhatItsCodeSays(string command, bool now, bool later, string why)
    {
        Assert.Equal(Done, Body(_table.Ask(0, command)));
        Assert.True(now == _table.Reader.Outputs["output1"].IsOn, why);
        _table.Wait(3);

        Assert.True(later == _table.Reader.Outputs["output1"].IsOn, why);
    }

    [Fact]
    public void ATamperAndAnInputAreToldUnasked()
    {
        _table.Ask(0, "64");
        _table.Reader.SetTamper(true);
        _table.Reader.Inputs["input2"].Set(true);

        Assert.Equal("53 85 0a 00 05 48 01 00 0c 8d", _table.Ask(1, "60"));
        Assert.Equal("53 85 10 00 06 49 00 01 00 00 00 00 00 00 04 9e", _table.Ask(2, "60"));
    }

    [Fact]
    public void AFileIsPutTogether()
    {
        _table.Ask(0, "7c 01 05 00 00 00 00 00 00 00 03 00 01 02 03");
        Assert.Equal("7a 00 00 00 01 00 00 00", Body(_table.Ask(1, "7c 01 05 00 00 00 03 00 00 00 02 00 04 05")));

        Assert.True(_table.Reader.Files.IsComplete);
        Assert.Equal(new byte[] { 1, 2, 3, 4, 5 }, _table.Reader.Files.Content);
    }

    [Fact]
    public void AMovedReaderAnswersAtTheOldPlaceAndListensAtTheNew()
    {
        _table.Ask(0, "60");
        Assert.Equal("53 85 0d 00 05 54 07 00 96 00 00 b6 9b", _table.Raw("53 05 0d 00 05 6e 07 00 96 00 00 0c d6"));

        Assert.Equal((7, 38400), (_table.Reader.Unit, _table.Reader.BitsPerSecond));
        Assert.Equal("", _table.Ask(0, "60"));
        Assert.Equal(Done, Body(_table.Ask(0, "60", address: 7)));
    }

    [Theory]
    [InlineData("61 00", true, "who it is")]
    [InlineData("62 00", true, "what it can do")]
    [InlineData("60", false, "a poll is for one")]
    [InlineData("69 00 00 00 00 00 00 00 00 00 01 01 00 02 00", false, "so is a light")]
    public void TheAddressForEverybodyIsForFewCommands(string command, bool answered, string why) =>
        Assert.True(answered == (_table.Ask(0, command, address: 0x7F).Length > 0), why);

    private static string Body(string reply) => reply[15..^6];

    private static string Check(string packet)
    {
        var crc = Simulators.Osdp.Wire.OsdpCheck.Crc(Hex.Bytes(packet));
        return $"{crc & 0xFF:x2} {crc >> 8:x2}";
    }
}
