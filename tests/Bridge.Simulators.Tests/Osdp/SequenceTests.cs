using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp;

namespace Bridge.Simulators.Tests.Osdp;

public sealed class SequenceTests
{
    private readonly ReaderTable _table = ReaderTable.Plain();

    public static TheoryData<string, int[], int, bool> Numbers => new()
    {
        { "after the start comes 1", [0], 1, true },
        { "after 3 comes 1 again", [0, 1, 2, 3], 1, true },
        { "0 is always a start", [0, 1, 2], 0, true },
        { "0 twice is a start twice", [0], 0, true },
        { "one left out", [0, 1], 3, false },
        { "one back", [0, 1, 2], 1, false },
        { "no start at all", [], 1, false },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ANumberIsTakenOrRefused(string why, int[] before, int number, bool taken)
    {
        foreach (var each in before)
        {
            _table.Ask(each, "60");
        }

        Assert.True((Code(_table.Ask(number, "60")) == 0x40) == taken, $"{why}: {_table.Answered}");
    }

    [Fact]
    public void TheSameBytesAreNotExecutedAgain()
    {
        _table.Ask(0, "60");
        const string pulse = "68 00 05 0a 00";
        Assert.Equal(0x40, Code(_table.Ask(1, pulse)));
        _table.Wait(0.5);
        Assert.Equal(0x40, Code(_table.Ask(1, pulse)));
        _table.Wait(0.5);

        var activation = Assert.Single(_table.Reader.Outputs["output1"].Activations);
        Assert.Equal((TimeSpan.FromSeconds(1), 1), (activation.Energised, activation.Commands));
    }

    [Fact]
    public void OtherBytesUnderTheSameNumberAreRefusedAndNotExecuted()
    {
        _table.Ask(0, "60");
        _table.Ask(1, "60");

        Assert.StartsWith("53 85 09 00 05 41 04", _table.Ask(1, "68 00 05 0a 00"), StringComparison.Ordinal);
        Assert.Empty(_table.Reader.Outputs["output1"].Activations);
    }

    [Fact]
    public void AReadIsAcknowledgedByTheNextNumber()
    {
        _table.Ask(0, "60");
        _table.Reader.PresentCard("1010");
        _table.Ask(1, "60");
        _table.Ask(1, "60");
        Assert.Single(_table.Reader.KeptReads);
        Assert.Empty(_table.Reader.ForgottenReads);
        _table.Ask(2, "60");

        Assert.Empty(_table.Reader.KeptReads);
        Assert.Equal(ForgottenReason.Acknowledged, Assert.Single(_table.Reader.ForgottenReads).Reason);
    }

    [Theory]
    [InlineData(false, 0x40, 1, "lost with the reply that carried it")]
    [InlineData(true, 0x50, 0, "told again")]
    public void ANewStartBeforeTheAcknowledgement(bool repeats, int code, int lost, string why)
    {
        var table = ReaderTable.Plain(new ReaderProfile { RepeatsAfterReset = repeats });
        table.Ask(0, "60");
        table.Reader.PresentCard("1010");
        table.Ask(1, "60");

        Assert.True(code == Code(table.Ask(0, "60")), why);
        Assert.True(lost == table.Reader.ForgottenReads.Count(read => read.Reason == ForgottenReason.LinkReset), why);
    }

    [Fact]
    public void APinInSeveralReportsIsAcknowledgedWithTheLast()
    {
        var table = ReaderTable.Plain(new ReaderProfile { Keypad = KeypadStyle.EachKey });
        table.Ask(0, "60");
        table.Reader.EnterPin("12");
        string[] told = [table.Ask(1, "60"), table.Ask(2, "60"), table.Ask(3, "60")];
        Assert.Equal(["31", "32", "0d"], told.Select(each => each.Split(' ')[8]));
        Assert.Empty(table.Reader.ForgottenReads);
        table.Ask(1, "60");

        Assert.Equal("12", Assert.Single(table.Reader.ForgottenReads).Read.Text);
    }

    [Fact]
    public void SixtyFiveReadsDropTheOldest()
    {
        for (var i = 0; i < 65; i++)
        {
            _table.Reader.PresentCard(Convert.ToString(256 + i, 2));
        }

        var dropped = Assert.Single(_table.Reader.ForgottenReads);
        Assert.Equal((ForgottenReason.Overflow, "100000000"), (dropped.Reason, dropped.Read.Text));
        Assert.Equal(64, _table.Reader.KeptReads.Count);
    }

    [Theory]
    [InlineData(false, 0x40, "deleted, as it should be")]
    [InlineData(true, 0x50, "told to whoever comes back, as some do")]
    public void AReadFromBeforeAnOutage(bool keeps, int code, string why)
    {
        var table = ReaderTable.Plain(new ReaderProfile { KeepsReadsOffline = keeps });
        table.Ask(0, "60");
        table.Reader.PresentCard("1010");
        table.Wait(30);

        Assert.True(code == Code(table.Ask(0, "60")), why);
    }

    [Fact]
    public void APowerCutLosesEverythingAndIsToldOnce()
    {
        _table.Ask(0, "64");
        _table.Reader.PresentCard("1010");
        _table.Reader.Reboot();

        Assert.Equal(ForgottenReason.Reboot, Assert.Single(_table.Reader.ForgottenReads).Reason);
        Assert.Equal("53 85 0a 00 05 48 00 01 1c ae", Second("64"));
        Assert.StartsWith("53 85 0a 00 06 48 00 00", _table.Ask(2, "64"), StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedCommandIsRefusedOrIgnored()
    {
        const string damaged = "53 05 08 00 04 60 bc 88";
        Assert.StartsWith("53 85 09 00 04 41 01", _table.Raw(damaged), StringComparison.Ordinal);
        Assert.Equal("", ReaderTable.Plain(new ReaderProfile { ReportsBadChecks = false }).Raw(damaged));
    }

    /// <summary>The second command after a start, whose number is 1.</summary>
    private string Second(string command)
    {
        _table.Ask(0, "60");
        return _table.Ask(1, command);
    }

    private static int Code(string reply) => Hex.Bytes(reply)[5];
}
