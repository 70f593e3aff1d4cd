using Bridge.Devices.Osdp.Doctor;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>What is read out of the bytes that were heard. The frames are those of the standard's examples and computed apart from the product.</summary>
public sealed class ReplyReadingTests
{
    private const string Command = "53 05 08 00 04 60 bc 89";
    private const string Ack = "53 85 08 00 04 40 0e 8f";
    private const string OtherAck = "53 86 08 00 05 40 ed 52";

    public static TheoryData<string, string, bool, Action<string, ReplyReading>> Table => new()
    {
        { "silence", "", false, static (why, reading) => Assert.True(reading is { HasEcho: false, HasOwnHeader: false, CutOff: 0 }, why) },
        { "the reply", Ack, true, static (why, reading) => Assert.True(reading is { HasEcho: false, NoiseBefore: 0, NoiseBehind: 0, SecondReplies: 0, CheckErrors: 0 }, why) },
        { "marks are no noise", $"ff ff ff {Ack}", true, static (why, reading) => Assert.True(reading.NoiseBefore == 0, why) },
        { "our own voice, then the reply", $"ff {Command} ff {Ack}", true, static (why, reading) => Assert.True(reading is { HasEcho: true, NoiseBefore: 0, Strangers.Count: 0 }, why) },
        { "our own voice alone", $"ff {Command}", false, static (why, reading) => Assert.True(reading is { HasEcho: true, HasOwnHeader: false }, why) },
        { "noise before", $"00 12 {Ack}", true, static (why, reading) => Assert.True(reading is { NoiseBefore: 2, NoiseBehind: 0 }, why) },
        { "noise behind", $"{Ack} 00 12 14", true, static (why, reading) => Assert.True(reading is { NoiseBefore: 0, NoiseBehind: 3 }, why) },
        { "a wrong check", "53 85 08 00 04 40 0e 8e", false, static (why, reading) => Assert.True(reading is { CheckErrors: 1, HasOwnHeader: true, NoiseBefore: 0 }, why) },
        { "cut off", "53 85 08 00 04", false, static (why, reading) => Assert.True(reading is { CutOff: 1, CheckErrors: 0, HasOwnHeader: true }, why) },
        { "one byte of it", "53", false, static (why, reading) => Assert.True(reading is { CutOff: 1, HasOwnHeader: false }, why) },
        { "twice", $"{Ack} {Ack}", true, static (why, reading) => Assert.True(reading.SecondReplies == 1, why) },
        { "another address", OtherAck, false, static (why, reading) => Assert.True(reading.Strangers is [6], why) },
        { "another address, then the right one", $"{OtherAck} {Ack}", true, static (why, reading) => Assert.True(reading is { Strangers: [6], SecondReplies: 0 }, why) },
        { "what looks like nothing", "00 01 02 03", false, static (why, reading) => Assert.True(reading is { HasOwnHeader: false, CutOff: 0, CheckErrors: 0 }, why) },
    };

    [Theory, MemberData(nameof(Table))]
    public void BytesAreToldApart(string why, string heard, bool isAnswer, Action<string, ReplyReading> check)
    {
        var reading = ReplyReading.Of(Hex.Bytes(heard), Hex.Bytes(Command));
        Assert.True(reading.Reply is not null == isAnswer, why);
        check(why, reading);
    }

    [Fact]
    public void MoreBytesThanAnybodySendsAreHarmless()
    {
        var reading = ReplyReading.Of(Enumerable.Repeat((byte)0x53, 5000).ToArray(), Hex.Bytes(Command));
        Assert.Null(reading.Reply);
        Assert.True(reading.CutOff > 0);
    }
}
