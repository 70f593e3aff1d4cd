using Bridge.Devices.Osdp.Doctor;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>What is read out of the bytes that were heard. The frames are those of the standard's examples and computed apart from the product.</summary>
public sealed class ReplyReadingTests
{
    private const string Command = "53 05 08 00 04 60 bc 89";
    private const string Ack = "53 85 08 00 04 40 0e 8f";
    private const string OtherAck = "53 86 08 00 05 40 ed 52";

    public static TheoryData<string, string, string> Table => new()
    {
        { "silence", "", "" },
        { "the reply", Ack, "header, reply" },
        { "marks are no noise", $"ff ff ff {Ack}", "header, reply" },
        { "our own voice, then the reply", $"ff {Command} ff {Ack}", "echo, header, reply" },
        { "our own voice alone", $"ff {Command}", "echo" },
        { "noise before", $"00 12 {Ack}", "header, reply, 2 before" },
        { "noise behind", $"{Ack} 00 12 14", "header, reply, 3 behind" },
        { "a wrong check", "53 85 08 00 04 40 0e 8e", "header, 1 wrong check" },
        { "cut off", "53 85 08 00 04", "header, 1 cut off" },
        { "one byte of it", "53", "1 cut off" },
        { "twice", $"{Ack} {Ack}", "header, reply, 1 more" },
        { "another address", OtherAck, "stranger 6" },
        { "another address, then the right one", $"{OtherAck} {Ack}", "header, reply, stranger 6" },
        { "what looks like nothing", "00 01 02 03", "" },
    };

    [Theory, MemberData(nameof(Table))]
    public void BytesAreToldApart(string why, string heard, string told) =>
        Assert.True(told == Tell(ReplyReading.Of(Hex.Bytes(heard), Hex.Bytes(Command))), $"{why}: {Tell(ReplyReading.Of(Hex.Bytes(heard), Hex.Bytes(Command)))}");

    [Fact]
    public void MoreBytesThanAnybodySendsAreHarmless()
    {
        var reading = ReplyReading.Of(Enumerable.Repeat((byte)0x53, 5000).ToArray(), Hex.Bytes(Command));
        Assert.Null(reading.Reply);
        Assert.True(reading.CutOff > 0);
    }

    private static string Tell(ReplyReading reading) => string.Join(", ", new (bool Holds, string Words)[]
    {
        (reading.HasEcho, "echo"),
        (reading.HasOwnHeader, "header"),
        (reading.Reply is not null, "reply"),
        (reading.NoiseBefore > 0, $"{reading.NoiseBefore} before"),
        (reading.NoiseBehind > 0, $"{reading.NoiseBehind} behind"),
        (reading.CheckErrors > 0, $"{reading.CheckErrors} wrong check"),
        (reading.CutOff > 0, $"{reading.CutOff} cut off"),
        (reading.SecondReplies > 0, $"{reading.SecondReplies} more"),
        (reading.Strangers.Count > 0, $"stranger {string.Join(' ', reading.Strangers)}"),
    }.Where(each => each.Holds).Select(each => each.Words));
}
