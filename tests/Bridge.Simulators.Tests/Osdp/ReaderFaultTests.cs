using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>Each fault does what it says, and ends when it is taken back.</summary>
public sealed class ReaderFaultTests
{
    private const string Good = "53 85 08 00 05 40 3f bc";

    public static TheoryData<string, ReaderFaults, string> Replies => new()
    {
        { "nothing goes wrong", ReaderFaults.None, Good },
        { "the reply is lost", new ReaderFaults { Drop = 1 }, "" },
        { "the check is wrong", new ReaderFaults { CorruptCheck = 1 }, "53 85 08 00 05 40 3f bd" },
        { "one number too high", new ReaderFaults { WrongSequence = 1 }, "53 85 08 00 06 40 6c e9" },
        { "number 0", new ReaderFaults { ZeroSequence = 1 }, "53 85 08 00 04 40 0e 8f" },
        { "the next address", new ReaderFaults { WrongAddress = 1 }, "53 86 08 00 05 40 ed 52" },
        { "twice", new ReaderFaults { Duplicate = 1 }, $"{Good} {Good}" },
        { "after its command", new ReaderFaults { Echo = 1 }, $"53 05 08 00 05 60 8d ba {Good}" },
        { "one mark", new ReaderFaults { Marks = 1 }, $"ff {Good}" },
        { "eight marks", new ReaderFaults { Marks = 8 }, $"ff ff ff ff ff ff ff ff {Good}" },
        { "busy", new ReaderFaults { Busy = 1 }, "53 85 08 00 04 79 74 28" },
        { "refused: check", Refuse(1), "53 85 09 00 05 41 01 16 d0" },
        { "refused: length", Refuse(2), "53 85 09 00 05 41 02 75 e0" },
        { "refused: unknown", Refuse(3), "53 85 09 00 05 41 03 54 f0" },
        { "refused: sequence", Refuse(4), "53 85 09 00 05 41 04 b3 80" },
        { "refused: block", Refuse(5), "53 85 09 00 05 41 05 92 90" },
        { "refused: security", Refuse(6), "53 85 09 00 05 41 06 f1 a0" },
        { "refused: biometric type", Refuse(7), "53 85 09 00 05 41 07 d0 b0" },
        { "refused: biometric format", Refuse(8), "53 85 09 00 05 41 08 3f 41" },
        { "refused: record", Refuse(9), "53 85 09 00 05 41 09 1e 51" },
        { "silent", new ReaderFaults { Silent = [0x60] }, "" },
        { "silent for another command", new ReaderFaults { Silent = [0x61] }, Good },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public void TheReplyIsSpoiled(string why, ReaderFaults faults, string reply)
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.SetFaults(faults);

        Assert.True(reply == table.Ask(1, "60"), $"{why}: {table.Answered}");
    }

    [Fact]
    public void ALostReplyIsRepeatedAsItShouldHaveBeen()
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.PresentCard("1010");
        table.Reader.SetFaults(new ReaderFaults { Drop = 1 });
        Assert.Equal("", table.Ask(1, "60"));
        table.Reader.SetFaults(ReaderFaults.None);

        Assert.StartsWith("53 85 0d 00 05 50 00 01 04 00 a0", table.Ask(1, "60"), StringComparison.Ordinal);
    }

    [Fact]
    public void ALateReplyComesLate()
    {
        var table = ReaderTable.Plain();
        table.Reader.SetFaults(new ReaderFaults { Delay = 1, DelayBy = TimeSpan.FromMilliseconds(190) });
        table.Ask(0, "60");
        table.Wait(0.189);
        Assert.Equal("", table.Answered);
        table.Wait(0.001);

        Assert.Equal("53 85 08 00 04 40 0e 8f", table.Answered);
    }

    [Fact]
    public void ASplitReplyComesInTwoPieces()
    {
        var table = ReaderTable.Plain();
        table.Reader.SetFaults(new ReaderFaults { Split = 1, SplitGap = TimeSpan.FromMilliseconds(15) });
        table.Ask(0, "60");
        Assert.Single(table.Pieces);
        Assert.NotEqual("53 85 08 00 04 40 0e 8f", table.Answered);
        table.Wait(0.015);

        Assert.Equal(2, table.Pieces.Count);
        Assert.Equal("53 85 08 00 04 40 0e 8f", table.Answered);
    }

    [Fact]
    public void ATruncatedReplyIsTheBeginningOfOne()
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.SetFaults(new ReaderFaults { Truncate = 1 });
        var lengths = new HashSet<int>();
        for (var i = 0; i < 200; i++)
        {
            var answered = table.Ask(1 + (i % 3), "60");
            Assert.StartsWith("53", answered, StringComparison.Ordinal);
            lengths.Add(Hex.Bytes(answered).Length);
        }

        Assert.Equal(Enumerable.Range(1, 7), lengths.Order());
    }

    [Fact]
    public void ExtraBytesFollowAndStartNoPacket()
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.SetFaults(new ReaderFaults { ExtraBytes = 1, Seed = 5 });
        var answered = Hex.Bytes(table.Ask(1, "60"));

        Assert.Equal(14, answered.Length);
        Assert.Equal(Hex.Bytes(Good), answered[..8]);
        Assert.DoesNotContain((byte)0x53, answered[8..]);
    }

    [Fact]
    public void ChancesAreDrawnFromTheSeed()
    {
        var first = Outcome(seed: 3);

        Assert.Equal(first, Outcome(seed: 3));
        Assert.NotEqual(first, Outcome(seed: 4));
        Assert.InRange(first.Count(lost => lost), 60, 140);
    }

    [Fact]
    public void BusyEndsByItselfAndExecutesNothing()
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.PresentCard("1010");
        table.Reader.SetFaults(new ReaderFaults { Busy = 3 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("53 85 08 00 04 79 74 28", table.Ask(1, "60"));
        }

        Assert.StartsWith("53 85 0d 00 05 50", table.Ask(1, "60"), StringComparison.Ordinal);
    }

    [Fact]
    public void BusyMayLastForEver()
    {
        var table = ReaderTable.Plain();
        table.Reader.SetFaults(new ReaderFaults { Busy = -1 });

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal("53 85 08 00 04 79 74 28", table.Ask(0, "60")));
    }

    [Fact]
    public void ALyingReaderClaimsWhatItIsTold()
    {
        var table = ReaderTable.Plain();
        table.Reader.SetFaults(new ReaderFaults { Capabilities = "090000", Identity = "010203040506070809000102" });

        Assert.StartsWith("53 85 0b 00 04 46 09 00 00", table.Ask(0, "62 00"), StringComparison.Ordinal);
        Assert.StartsWith("53 85 14 00 05 45 01 02 03 04 05 06 07 08 09 00 01 02", table.Ask(1, "61 00"), StringComparison.Ordinal);
    }

    [Fact]
    public void ARebootBeforeACommandForgetsTheLink()
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.SetFaults(new ReaderFaults { Reboot = 1 });

        Assert.StartsWith("53 85 09 00 05 41 04", table.Ask(1, "60"), StringComparison.Ordinal);
        Assert.Equal(2, table.Reader.BootNumber);
    }

    [Fact]
    public void TwoReadersAtOneAddressSpeakOverEachOther()
    {
        var other = new ReaderProfile { Identity = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
        var table = new ReaderTable(((byte)5, new ReaderProfile()), ((byte)5, other));

        Assert.Equal("53 85 08 00 04 40 0e 8f", table.Ask(0, "60"));
        // ca & 01, fe & 02, 01 & 03 and so on: what neither of them has said.
        Assert.StartsWith("53 85 14 00 05 45 00 02 01 00 00", table.Ask(1, "61 00"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnyBytesCanBePutInPlaceOfAReply()
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.AnswerNextWith(Hex.Bytes("53 85 10 00 05 50 00 01 c8 00 bb 03 21 80 5a 1f"));

        Assert.Equal("53 85 10 00 05 50 00 01 c8 00 bb 03 21 80 5a 1f", table.Ask(1, "60"));
        Assert.Equal("53 85 08 00 06 40 6c e9", table.Ask(2, "60"));
    }

    private static ReaderFaults Refuse(byte reason) => new() { Refuse = new Dictionary<byte, byte> { [0x60] = reason } };

    private static List<bool> Outcome(int seed)
    {
        var table = ReaderTable.Plain();
        table.Ask(0, "60");
        table.Reader.SetFaults(new ReaderFaults { Drop = 0.5, Seed = seed });
        return [.. Enumerable.Range(0, 200).Select(i => table.Ask(1 + (i % 3), "60").Length == 0)];
    }
}
