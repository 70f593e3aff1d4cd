using Bridge.Simulators.Devices;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Simulators.Tests.Osdp;

public sealed class SessionTests
{
    private const string NakSecurity = "53 85 09 00";
    private readonly ReaderTable _table = ReaderTable.WithKey();
    private readonly SecurePanel _panel;

    public SessionTests() => _panel = new SecurePanel(_table, ReaderTable.Key);

    [Fact]
    public void ASessionLastsTenThousandExchanges()
    {
        Assert.True(_panel.Open());
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal("40", _panel.Ask("60"));
        }
    }

    [Fact]
    public void AWrongKeyComesToNoSession() => Assert.False(new SecurePanel(_table, "ffeeddccbbaa99887766554433221100").Open());

    [Fact]
    public void ARepeatedCommandInASessionIsAnsweredWithTheSameBytesAndMovesNothing()
    {
        Assert.True(_panel.Open());
        _table.Reader.PresentCard("1010");
        _table.Reader.SetFaults(new ReaderFaults { Drop = 1 });
        Assert.Null(_panel.Ask("60"));
        _table.Reader.SetFaults(ReaderFaults.None);

        Assert.Equal("50 00 01 04 00 a0", _panel.Repeat());
        Assert.Equal("40", _panel.Ask("60"));
    }

    [Fact]
    public void BusyInASessionIsClearAndMovesNothing()
    {
        Assert.True(_panel.Open());
        _table.Reader.SetFaults(new ReaderFaults { Busy = 1 });
        Assert.Null(_panel.Ask("60"));
        Assert.Equal("53 85 08 00 04 79 74 28", _table.Answered);

        Assert.Equal("40", _panel.Repeat());
        Assert.Equal("40", _panel.Ask("60"));
    }

    [Fact]
    public void AForgedCommandEndsTheSession()
    {
        Assert.True(_panel.Open());
        Assert.Equal("40", _panel.Ask("60"));
        var forged = Hex.Bytes(_panel.LastCommand);
        forged[4] = (byte)((forged[4] & ~3) | 3);
        Simulators.Osdp.Wire.OsdpCheck.Write(forged);

        Assert.StartsWith(NakSecurity, _table.Raw(Hex.Text(forged)), StringComparison.Ordinal);
        Assert.False(_table.Reader.IsInSession);
        Assert.Null(_panel.Ask("60"));
    }

    [Fact]
    public void AClearCommandEndsTheSession()
    {
        Assert.True(_panel.Open());

        Assert.StartsWith("53 85 09 00 06 41 06", _table.Ask(2, "60"), StringComparison.Ordinal);
        Assert.False(_table.Reader.IsInSession);
    }

    [Fact]
    public void NumberZeroEndsTheSession()
    {
        Assert.True(_panel.Open());
        _table.Ask(0, "61 00");

        Assert.False(_table.Reader.IsInSession);
    }

    [Theory]
    [InlineData("60", 0x06, "a poll")]
    [InlineData("69 00 00 00 00 00 00 00 00 00 01 01 00 02 00", 0x06, "a light")]
    [InlineData("61 00", 0, "who it is")]
    [InlineData("62 00", 0, "what it can do")]
    public void AReaderThatRequiresSecuritySaysOnlyWhoItIs(string command, int reason, string why)
    {
        var table = ReaderTable.WithKey(new ReaderProfile { RequiresSecurity = true });
        var reply = Hex.Bytes(table.Ask(0, command));

        Assert.True(reason == (reply[5] == 0x41 ? reply[6] : 0), $"{why}: {table.Answered}");
    }

    [Fact]
    public void AKeyIsNotTakenOutsideASession() =>
        Assert.StartsWith("53 85 09 00 04 41 06", _table.Ask(0, "75 01 10 a1b2c3d4e5f60718293a4b5c6d7e8f90"), StringComparison.Ordinal);

    [Fact]
    public void ANewKeyHoldsFromTheNextHandshakeOn()
    {
        Assert.True(_panel.Open());
        Assert.Equal("40", _panel.Ask("75 01 10 a1b2c3d4e5f60718293a4b5c6d7e8f90"));

        Assert.False(new SecurePanel(_table, ReaderTable.Key).Open());
        Assert.True(new SecurePanel(_table, "a1b2c3d4e5f60718293a4b5c6d7e8f90").Open());
    }

    [Fact]
    public void TheDefaultKeyIsGoneOnceAKeyIsSet()
    {
        const string defaultKey = "303132333435363738393a3b3c3d3e3f";
        var table = ReaderTable.Plain(new ReaderProfile { InstallMode = true });
        var panel = new SecurePanel(table, defaultKey);
        Assert.True(panel.Open(selector: 0));
        Assert.Equal("40", panel.Ask("75 01 10 a1b2c3d4e5f60718293a4b5c6d7e8f90"));

        Assert.False(new SecurePanel(table, defaultKey).Open(selector: 0));
        Assert.True(new SecurePanel(table, "a1b2c3d4e5f60718293a4b5c6d7e8f90").Open());
    }

    [Fact]
    public void AnOldReplyWithTheRightNumberIsReplayed()
    {
        Assert.True(_panel.Open());
        _table.Reader.PresentCard("1010");
        Assert.Equal("50 00 01 04 00 a0", _panel.Ask("60"));
        var told = _table.Answered;
        Assert.Equal(["40", "40"], [_panel.Ask("60"), _panel.Ask("60")]);
        _table.Reader.SetFaults(new ReaderFaults { Replay = 1 });

        Assert.Null(_panel.Ask("60"));
        Assert.Equal(told, _table.Answered);
    }

    [Fact]
    public void APlainPayloadIsAuthenticatedAndReadable()
    {
        Assert.True(_panel.Open());
        _table.Reader.PresentCard("1010");
        _table.Reader.SetFaults(new ReaderFaults { PlainPayload = 1 });

        Assert.Equal("50 00 01 04 00 a0", _panel.Ask("60"));
        Assert.Contains("02 16 50 00 01 04 00 a0", _table.Answered, StringComparison.Ordinal);
    }

    [Fact]
    public void ABaitAnswersWithTheDefaultKeyWhateverIsAsked()
    {
        _table.Reader.SetFaults(new ReaderFaults { AnswersWithDefaultKey = true });
        Assert.False(_panel.Open());
        Assert.Contains("cd 0b 74 c2 de ed ad 8e 3e ad 47 08 e2 b3 ad b9", _table.Answered, StringComparison.Ordinal);
    }

    [Fact]
    public void EightSecondsOfSilenceEndTheSessionAndDeleteReads()
    {
        Assert.True(_panel.Open());
        _table.Wait(7.9);
        Assert.Equal("40", _panel.Ask("60"));
        _table.Reader.PresentCard("1010");
        _table.Wait(7.9);
        Assert.True(_table.Reader.IsInSession);
        _table.Wait(0.2);

        Assert.False(_table.Reader.IsInSession);
        Assert.False(_table.Reader.IsOnline);
        Assert.Equal(ForgottenReason.Offline, Assert.Single(_table.Reader.ForgottenReads).Reason);
        Assert.Null(_panel.Ask("60"));
        Assert.True(_panel.Open());
        Assert.Equal("40", _panel.Ask("60"));
    }
}
