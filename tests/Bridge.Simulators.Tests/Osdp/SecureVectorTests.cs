using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Security;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>A whole secured session that independent programs agree on, byte for byte, and the wrong turns of it.</summary>
public sealed class SecureVectorTests
{
    private const int CardRow = 5;
    private const int KeysRow = 6;

    /// <summary>What, the command, the reply; in order.</summary>
    private static readonly (string What, string Command, string Reply)[] Session =
    [
        ("ID", "53 05 09 00 04 61 00 c1 25", "53 85 14 00 04 45 ca fe 01 01 02 04 03 02 01 01 10 03 bb 21"),
        ("CAP", "53 05 09 00 05 62 00 a2 47", "53 85 29 00 05 46 01 01 08 02 01 02 03 01 00 04 04 02 05 02 01 06 01 01 08 01 00 09 01 01 0a 00 01 0d 00 01 10 02 00 ba 9d"),
        ("CHLNG", "53 05 13 00 0e 03 11 01 76 10 11 12 13 14 15 16 17 f3 88", "53 85 2b 00 0e 03 12 01 76 ca fe 01 01 02 04 03 02 20 21 22 23 24 25 26 27 cf 5d 79 74 e6 2f a6 f1 5a b7 bf ad 5d 96 53 3c cf b1"),
        ("SCRYPT", "53 05 1b 00 0f 03 13 01 77 29 9a 75 5d f7 ea 54 0a ea 5c 45 25 d5 99 ed d6 53 51", "53 85 1b 00 0f 03 14 01 78 e6 cc e7 9f 5c a4 7f e6 c1 29 b6 06 10 37 c1 2a b6 21"),
        ("POLL", "53 05 0e 00 0d 02 15 60 6f c1 ad c7 b3 de", "53 85 0e 00 0d 02 16 40 78 1d 41 ca 40 4f"),
        ("POLL", "53 05 0e 00 0e 02 15 60 47 8e 53 95 ae df", "53 85 1e 00 0e 02 18 50 5a 84 30 9b 7b e2 f6 29 d7 62 38 a2 c1 61 a5 0e 55 92 2c 47 e8 26"),
        ("POLL", "53 05 0e 00 0f 02 15 60 07 4a 53 86 84 2e", "53 85 1e 00 0f 02 18 53 37 f3 76 f8 65 84 74 cb 4c 15 24 76 b5 d7 46 2b 92 b4 bf f3 52 a6"),
        ("LED perm green", "53 05 1e 00 0d 02 17 69 ea 88 a4 3c 76 40 f2 f1 8b 86 9b e1 ee 85 1c ef f9 b0 bb 11 f4 26", "53 85 0e 00 0d 02 16 40 0f 59 a3 71 15 fd"),
        ("OUT 0 code5 3.0s", "53 05 1e 00 0e 02 17 68 2e d5 af 05 33 7a 11 5e 38 03 40 d3 a9 d3 24 fe 11 d9 7b 37 e2 ad", "53 85 0e 00 0e 02 16 40 34 af 4e fc af 70"),
        ("KEYSET new SCBK", "53 05 2e 00 0f 02 17 75 e5 f9 0c cc a6 53 aa 6a 67 f0 73 aa ed 1e ff 0e 35 fa 03 7a 0f 0f 92 1c 95 3b 06 3d 70 23 62 91 35 ba ab 24 cc 1f", "53 85 0e 00 0f 02 16 40 65 ed 3c 59 4a cc"),
        ("TEXT of 16 bytes", "53 05 2e 00 0d 02 17 6b b2 25 b6 60 69 4b e6 a5 92 3c e7 45 7e cc 13 52 4b 88 f1 06 b1 33 82 51 ba 8d 27 8f 7c 2b 9f 15 02 12 87 ac 6d 95", "53 85 0e 00 0d 02 16 40 36 da 7f d5 a5 e5"),
    ];

    [Fact]
    public void TheWholeSessionIsByteForByte()
    {
        var table = ReaderTable.WithKey();
        for (var i = 0; i < Session.Length; i++)
        {
            Show(table, i);
            Assert.True(Session[i].Reply == table.Raw(Session[i].Command), $"{i} {Session[i].What}: {table.Answered}");
        }

        Assert.Equal(["10111011000000110010000110", "1234"], table.Reader.ForgottenReads.Select(read => read.Read.Text));
    }

    [Theory]
    [InlineData(0, "fde5d2f428ec16312471ea3c02bd7796")]
    [InlineData(1, "26d3356e07762d262801fc8e6665a891")]
    [InlineData(2, "b2a30057eb98ba2229ec1f875662b524")]
    public void TheStandardsOwnHandshakeComesOut(int which, string value)
    {
        var keys = ChannelKeys.Derive(Hex.Bytes("303132333435363738393a3b3c3d3e3f"), Hex.Bytes("b0b1b2b3b4b5b6b7"));
        var (challenge, answer) = (Hex.Bytes("b0b1b2b3b4b5b6b7"), Hex.Bytes("a0a1a2a3a4a5a6a7"));
        byte[][] values =
        [
            keys.ClientCryptogram(challenge, answer),
            keys.ServerCryptogram(challenge, answer),
            keys.InitialMac(keys.ServerCryptogram(challenge, answer)),
        ];

        Assert.Equal(value, Convert.ToHexStringLower(values[which]));
    }

    [Theory]
    [InlineData("", "4c08220c79d9191022dc6674874ceaf8", "an empty payload is one block of padding")]
    [InlineData("000102030405060708090a0b0c0d0e", "c5311f3d23d086ea86f5ee7f85247b40", "fifteen bytes and one of padding")]
    [InlineData("000102030405060708090a0b0c0d0e0f", "7df76b0c1ab899b33e42f047b91b546fe2fe5bd6c1dfcdd19124f03e1a134d3b", "a whole block takes another of padding")]
    public void PayloadsAreHidden(string payload, string hidden, string why)
    {
        var key = Hex.Bytes("2b7e151628aed2a6abf7158809cf4f3c");
        var keys = new ChannelKeys(key, key, key);
        // The vector names the start value itself, which a session has as the complement of a code.
        var previous = Hex.Bytes("000102030405060708090a0b0c0d0e0f").Select(each => (byte)(each ^ 0xFF)).ToArray();

        Assert.True(hidden == Convert.ToHexStringLower(keys.Encrypt(previous, Hex.Bytes(payload))), why);
        Assert.Equal(payload, Convert.ToHexStringLower(keys.Decrypt(previous, Hex.Bytes(hidden))!));
    }

    [Fact]
    public void AMessageHasItsCode()
    {
        var key = Hex.Bytes("2b7e151628aed2a6abf7158809cf4f3c");
        var mac = new ChannelKeys(key, key, key).Mac(Hex.Bytes("000102030405060708090a0b0c0d0e0f"), Hex.Bytes("000102030405060708090a0b0c0d0e"));

        Assert.Equal("c5311f3d23d086ea86f5ee7f85247b40", Convert.ToHexStringLower(mac));
    }

    public static TheoryData<string, int, ReaderFaults, string> WrongTurns => new()
    {
        { "MAC wrong, check right", 4, new ReaderFaults { CorruptMac = 1 }, "53 85 0e 00 0d 02 16 40 78 1d 41 cb 61 5f" },
        { "check wrong", 4, new ReaderFaults { CorruptCheck = 1 }, "53 85 0e 00 0d 02 16 40 78 1d 41 ca 40 4e" },
        { "clear reply in the session", 4, new ReaderFaults { ClearReply = 1 }, "53 85 08 00 05 40 3f bc" },
        { "wrong cryptogram", 2, new ReaderFaults { WrongCryptogram = true }, "53 85 2b 00 0e 03 12 01 76 ca fe 01 01 02 04 03 02 20 21 22 23 24 25 26 27 cf 5d 79 74 e6 2f a6 f1 5a b7 bf ad 5d 96 53 3d ee a1" },
        { "wrong selector", 2, new ReaderFaults { WrongSelector = true }, "53 85 2b 00 0e 03 12 00 76 ca fe 01 01 02 04 03 02 20 21 22 23 24 25 26 27 cf 5d 79 74 e6 2f a6 f1 5a b7 bf ad 5d 96 53 3c ea 2d" },
        { "handshake reported as failed", 3, new ReaderFaults { RefuseHandshake = true }, "53 85 1b 00 0f 03 14 ff 78 e6 cc e7 9f 5c a4 7f e6 c1 29 b6 06 10 37 c1 2a 9d cb" },
        { "wrong initial code", 3, new ReaderFaults { WrongInitialMac = true }, "53 85 1b 00 0f 03 14 01 78 e6 cc e7 9f 5c a4 7f e6 c1 29 b6 06 10 37 c1 2b 97 31" },
    };

    [Theory]
    [MemberData(nameof(WrongTurns))]
    public void AWrongTurnIsByteForByte(string why, int row, ReaderFaults faults, string reply)
    {
        var table = ReaderTable.WithKey();
        Play(table, row);
        table.Reader.SetFaults(faults);

        Assert.True(reply == table.Raw(Session[row].Command), $"{why}: {table.Answered}");
    }

    [Fact]
    public void ASessionInChecksumsIsByteForByteAndGoesOnInCrc()
    {
        var table = ReaderTable.WithKey();
        Play(table, 4);

        Assert.Equal("53 85 0d 00 09 02 16 40 c8 fb 71 96 f0", table.Raw("53 05 0d 00 09 02 15 60 fa 14 5b b1 01"));
        table.Reader.SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x60] = 3 } });
        Assert.Equal(
            "53 85 1e 00 0e 02 18 41 3e 8f 08 68 67 15 2e a9 c3 85 0a 47 3c 3a 98 8e d4 f0 f9 34 a7 f8",
            table.Raw("53 05 0e 00 0e 02 15 60 97 18 fa a1 05 6c"));
        table.Reader.SetFaults(ReaderFaults.None);
        table.Reader.SetTamper(true);
        Assert.Equal(
            "53 85 1e 00 0f 02 18 48 ff b7 6f 10 92 04 d6 63 0e 04 79 c7 40 77 cc 1a 00 80 a5 2e a3 b0",
            table.Raw("53 05 0e 00 0f 02 15 64 2f ea 0a d9 ae b7"));
    }

    [Fact]
    public void TheDefaultKeyIsTakenOnceAndOnlyInInstallMode()
    {
        const string challenge = "53 00 13 00 0d 03 11 00 76 cd cd 92 12 12 d3 ee 6a 8c 8b";
        var captured = new ReaderProfile { ClientId = Hex.Bytes("0a00170300cafede"), InstallMode = true };
        var table = new ReaderTable(((byte)0, captured));
        table.Reader.DrawNext(Hex.Bytes("6162636465666768"));
        table.Ask(0, "60", address: 0);

        Assert.Equal(
            "53 80 2b 00 0d 03 12 00 76 0a 00 17 03 00 ca fe de 61 62 63 64 65 66 67 68 4b 7e 2f 98 ad 79 bd 96 81 19 a8 d1 d3 db da ee 8e fd",
            table.Raw(challenge));
        Assert.Equal(
            "53 80 1b 00 0e 03 14 01 78 d8 f5 43 e2 07 ac 5d 2e 30 be 9f ac 3a a0 4b ea 95 85",
            table.Raw("53 00 1b 00 0e 03 13 00 77 a2 30 f5 d3 3b 25 f4 34 34 92 9a b2 08 de 90 a7 41 03"));
        Assert.True(table.Reader.IsInSession);

        var settled = new ReaderTable(((byte)0, captured with { InstallMode = false }));
        settled.Ask(0, "60", address: 0);
        Assert.StartsWith("53 80 09 00 05 41 06", settled.Raw(challenge), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeySetConduct.StaysInSession, "53 85 0e 00 0f 02 16 40 65 ed 3c 59 4a cc", true)]
    [InlineData(KeySetConduct.DropsSession, "53 85 0e 00 0f 02 16 40 65 ed 3c 59 4a cc", false)]
    [InlineData(KeySetConduct.AcknowledgesInClear, "53 85 08 00 07 40 5d da", false)]
    public void AfterANewKeyEachFamilyDoesItsOwn(KeySetConduct conduct, string acknowledgement, bool staysInSession)
    {
        var table = ReaderTable.WithKey(new ReaderProfile { KeySet = conduct });
        var row = Array.FindIndex(Session, each => each.What.StartsWith("KEYSET", StringComparison.Ordinal));
        Play(table, row);

        Assert.Equal(acknowledgement, table.Raw(Session[row].Command));
        Assert.Equal(acknowledgement, table.Raw(Session[row].Command));
        Assert.Equal(staysInSession, table.Reader.IsInSession);
        if (!staysInSession)
        {
            Assert.StartsWith("53 85 09 00 05 41 06", table.Raw(Session[row + 1].Command), StringComparison.Ordinal);
        }
    }

    private static void Play(ReaderTable table, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            Show(table, i);
            Assert.Equal(Session[i].Reply, table.Raw(Session[i].Command));
        }
    }

    private static void Show(ReaderTable table, int row)
    {
        if (row == CardRow)
        {
            table.Reader.PresentCard("10111011000000110010000110");
        }
        else if (row == KeysRow)
        {
            table.Reader.EnterPin("1234");
        }
    }
}
