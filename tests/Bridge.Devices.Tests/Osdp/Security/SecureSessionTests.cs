using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>Sealed commands and opened replies byte by byte, and what may and may not pass while a session is up.</summary>
public sealed class SecureSessionTests(ITestOutputHelper output)
{
    private const string Status = "0100";
    private const string Card = "00011a00bb032180";

    /// <summary>A clear frame heard after a poll with sequence 1, and what it is.</summary>
    public static TheoryData<string, string, string> ClearFrames => new()
    {
        { "5385080005403fbc", "ClearReply", "ACK" },
        { Plain(0x85, 1, 0x50, Card), "ClearReply", "a card" },
        { Plain(0x85, 1, 0x53, "000131"), "ClearReply", "a key" },
        { Plain(0x85, 1, 0x49, "00"), "ClearReply", "inputs" },
        { Plain(0x85, 1, 0x48, Status), "ClearReply", "its own status" },
        { Plain(0x85, 1, 0x41, "03"), "ClearReply", "NAK 3" },
        { Plain(0x85, 1, 0x41, ""), "ClearReply", "NAK without a reason" },
        { Plain(0x85, 1, 0x41, "01"), "CheckRefused", "NAK 1" },
        { Plain(0x85, 1, 0x41, "06"), "SessionLost", "NAK 6" },
        { Plain(0x85, 0, 0x41, "06"), "SessionLost", "NAK 6 with sequence 0" },
        { Plain(0x85, 0, 0x79, ""), "Busy", "BUSY" },
        { Plain(0x85, 1, 0x79, ""), "Busy", "BUSY with the command's sequence" },
        { Plain(0x85, 0, 0x40, ""), "ResetAsked", "ACK with sequence 0" },
        { Plain(0x85, 0, 0x50, Card), "ResetAsked", "a card with sequence 0" },
        { Plain(0x85, 2, 0x40, ""), "NotExpected", "ACK with another sequence" },
        { Plain(0x85, 3, 0x41, "06"), "NotExpected", "NAK 6 to an older command" },
        { Plain(0x86, 1, 0x40, ""), "NotExpected", "ACK of another reader" },
        { Plain(0x05, 1, 0x60, ""), "NotExpected", "an echo" },
    };

    [Theory]
    [InlineData(false, "CRC throughout")]
    [InlineData(true, "checksum first, then CRC")]
    [Conformance(51, "Sealed commands and replies of the examples byte by byte")]
    public void TheExampleIsSealedAndOpened(bool mixed, string why)
    {
        using var session = SessionVectors.Session();
        var (wire, data) = (new byte[256], new byte[256]);
        foreach (var exchange in mixed ? SessionVectors.Mixed : SessionVectors.Exchanges)
        {
            var expected = Hex.Bytes(exchange.Command.Wire);
            var header = new FrameHeader(5, (byte)(expected[4] & 3), UsesCrc: (expected[4] & 4) != 0);
            var length = session.Seal(wire, header, (OsdpCommandCode)exchange.Command.Code, Hex.Bytes(exchange.Command.Data));
            Assert.True(Hex.Text(expected) == Hex.Text(wire.AsSpan(0, length)), $"{why}, {exchange.Why}: {Hex.Text(wire.AsSpan(0, length))}");

            var reply = PlainFrame.Read(Hex.Bytes(exchange.Reply.Wire));
            Assert.Equal(OpenOutcome.Accepted, session.Open(reply, data, out var opened));
            Assert.Equal((exchange.Reply.Code, exchange.Reply.Data), (reply.Code, Hex.Text(data.AsSpan(0, opened))));
        }
    }

    [Fact]
    [Conformance(51, "The other end reads the sealed commands and writes the replies of the examples")]
    public void TheOtherDirectionIsTheSame()
    {
        using var reader = new ReaderEnd();
        foreach (var exchange in SessionVectors.Exchanges)
        {
            var command = Hex.Bytes(exchange.Command.Wire);
            Assert.Equal(exchange.Command.Data, Hex.Text(reader.Take(command)));
            var reply = reader.Answer((byte)(command[4] & 3), exchange.Reply.Code, Hex.Bytes(exchange.Reply.Data));
            Assert.Equal(Hex.Packed(exchange.Reply.Wire), Hex.Text(reply));
        }
    }

    [Fact]
    public void AMarkBeforeTheFrameIsNotAuthenticated()
    {
        using var session = SessionVectors.Session();
        var wire = new byte[64];
        var length = session.Seal(wire, new FrameHeader(5, 1, LeadingMark: true), OsdpCommandCode.Poll, []);
        Assert.Equal("ff" + Hex.Packed(SessionVectors.FirstPoll), Hex.Text(wire.AsSpan(0, length)));
    }

    [Theory, MemberData(nameof(ClearFrames))]
    [Conformance(12, "An echo is ignored, and the reply behind it is taken")]
    [Conformance(13, "A reply of another reader is ignored")]
    [Conformance(26, "A reply with sequence number 0 asks for a new start")]
    [Conformance(27, "A reply with another sequence number is ignored")]
    [Conformance(52, "A clear reply in a session is not delivered")]
    [Conformance(57, "BUSY and NAK 1 in clear leave the session where it is")]
    [Conformance(61, "S8: clear replies injected into a session")]
    public void ClearFramesAreToldApartAndMoveNothing(string wire, string outcome, string why)
    {
        using var bench = new SessionBench();
        bench.Poll();
        var found = bench.Open(Hex.Bytes(wire), out var data);
        Assert.True(outcome == $"{found}" && data.Length == 0, $"{why}: {found}");

        // The true reply is still taken: nothing on the line can push the chain out of step.
        Assert.Equal(OpenOutcome.Accepted, bench.Open(Hex.Bytes(SessionVectors.FirstAck)));
    }

    [Fact]
    [Conformance(52, "A wrong authentication code is refused")]
    [Conformance(61, "S6: one changed bit anywhere in a sealed reply")]
    public void OneChangedBitIsRefused()
    {
        using var bench = new SessionBench();
        bench.Poll();
        var reply = bench.Reader.Answer(bench.Sequence, 0x50, Hex.Bytes(Card));
        int trials = 0, accepted = 0;
        for (var bit = 8; bit < (reply.Length - 2) * 8; bit++)
        {
            byte[] forged = [.. reply];
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            if (OsdpFrame.Read(PlainFrame.WithCrc(forged), out var frame) == FrameFault.None)
            {
                trials++;
                accepted += bench.Session.Open(frame, new byte[64], out _) == OpenOutcome.Accepted ? 1 : 0;
            }
        }

        var control = bench.Open(reply, out var data);
        output.WriteLine($"{trials} sealed replies with one changed bit, CRC right: {accepted} accepted. Control: the unchanged one is {control}");
        Assert.Equal((0, OpenOutcome.Accepted, Card), (accepted, control, data));
        Assert.True(trials > 150, "the changed frames do not reach the session");
    }

    [Fact]
    [Conformance(14, "A second reply to one command is not delivered")]
    [Conformance(21, "A command repeated in a session is the same bytes: it is sealed once")]
    public void ACommandIsSealedOnce()
    {
        using var bench = new SessionBench();
        bench.Poll();
        Assert.Throws<InvalidOperationException>(() => bench.Session.Seal(new byte[64], new FrameHeader(5, 2), OsdpCommandCode.Poll, []));
        var reply = bench.Reader.Answer(bench.Sequence, 0x40, []);
        Assert.Equal(OpenOutcome.Accepted, bench.Open(reply));
        Assert.Equal(OpenOutcome.NotExpected, bench.Open(reply));
        bench.Poll();
    }

    [Theory]
    [InlineData(0x48, 0x16, false, "ClearData", "status, by default")]
    [InlineData(0x48, 0x16, true, "Accepted", "status, where the site says so")]
    [InlineData(0x49, 0x15, true, "Accepted", "inputs under the command's type, as one maker sends them")]
    [InlineData(0x4A, 0x15, false, "ClearData", "and by default")]
    [InlineData(0x4B, 0x16, true, "Accepted", "the last of the four")]
    [InlineData(0x47, 0x16, true, "ClearData", "one code before them")]
    [InlineData(0x4C, 0x16, true, "ClearData", "one code behind them")]
    [InlineData(0x50, 0x16, true, "ClearData", "a card, never")]
    [InlineData(0x53, 0x16, true, "ClearData", "keys, never")]
    [InlineData(0x50, 0x15, true, "ClearData", "a card under the command's type, never")]
    [InlineData(0x41, 0x16, true, "ClearData", "a refusal, never")]
    [InlineData(0x48, 0x17, true, "WrongBlock", "the type of a command with data")]
    [InlineData(0x48, 0x12, true, "WrongBlock", "the type of the handshake")]
    [InlineData(0x48, 0x21, true, "WrongBlock", "a type of a newer protocol")]
    [Conformance(52, "Wrong security blocks are refused")]
    [Conformance(61, "S9: data that is authenticated but not encrypted")]
    public void AuthenticatedClearDataIsRefused(byte code, byte type, bool tolerant, string outcome, string why)
    {
        using var bench = new SessionBench(new SessionRules(ClearStatusAccepted: tolerant));
        bench.Poll();
        var found = bench.Open(bench.Reader.Clear(bench.Sequence, code, Hex.Bytes(Status), type), out var data);
        Assert.True(outcome == $"{found}" && data == (found == OpenOutcome.Accepted ? Status : ""), $"{why}: {found}");
        ExpectUnmoved(bench, found);
    }

    [Fact]
    public void AReplyWithoutDataNeedsTheTypeOfAReply()
    {
        using var bench = new SessionBench(new SessionRules(ClearStatusAccepted: true));
        bench.Poll();
        Assert.Equal(OpenOutcome.WrongBlock, bench.Open(bench.Reader.Clear(bench.Sequence, 0x40, [], 0x15)));
        Assert.Equal(OpenOutcome.WrongBlock, bench.Open(bench.Reader.Authenticated(bench.Sequence, 0x40, [], [3, 0x16, 0])));
    }

    [Theory]
    [InlineData("80000000000000000000000000000000", "Accepted", "padding alone, for no data")]
    [InlineData("00000000000000000000000000000000", "WrongPadding", "zeros alone")]
    [InlineData("010203040506070801020304050607ff", "WrongPadding", "no padding")]
    [InlineData("0102030405060708010203040506078000000000000000000000000000000000", "WrongPadding", "a block of zeros too many")]
    [InlineData("010280", "WrongPadding", "not whole blocks")]
    [InlineData("", "WrongPadding", "no data under the type of data")]
    [Conformance(58, "Padding alone is accepted, wrong padding is not")]
    public void PaddingIsChecked(string blocks, string outcome, string why)
    {
        using var bench = new SessionBench();
        bench.Poll();
        var found = bench.Open(bench.Reader.Sealed(bench.Sequence, 0x40, Hex.Bytes(blocks)), out var data);
        Assert.True(outcome == $"{found}" && data.Length == 0, $"{why}: {found}");
        ExpectUnmoved(bench, found);
    }

    /// <summary>The published variants of the first reply: damaged, forged, in clear.</summary>
    [Theory]
    [InlineData("53 85 0e 00 0d 02 16 40 78 1d 41 ca 40 4e", null, "the last bit of the CRC: no frame at all")]
    [InlineData("53 85 0e 00 0d 02 16 40 78 1d 41 cb 61 5f", "WrongMac", "the last bit of the authentication code, with a right CRC")]
    [InlineData("53 85 08 00 05 40 3f bc", "ClearReply", "in clear")]
    [Conformance(4, "A wrong CRC is not delivered and the session is kept")]
    [Conformance(52, "A wrong authentication code and a clear reply are told apart")]
    [Conformance(53, "A CRC error in a session: the session is kept")]
    public void TheFirstReplySpoiltIsNotTaken(string wire, string? outcome, string why)
    {
        using var bench = new SessionBench();
        bench.Poll();
        OpenOutcome? found = OsdpFrame.Read(Hex.Bytes(wire), out var frame) == FrameFault.None ? bench.Session.Open(frame, new byte[64], out _) : null;
        Assert.True(outcome == found?.ToString(), $"{why}: {found}");
        Assert.Equal(OpenOutcome.Accepted, bench.Open(Hex.Bytes(SessionVectors.FirstAck)));
    }

    [Fact]
    [Conformance(60, "A session of 100 000 exchanges")]
    public void ASessionLasts()
    {
        const int Exchanges = 100_000;
        using var bench = new SessionBench();
        var opened = 0;
        for (var count = 0; count < Exchanges; count++)
        {
            bench.Send(count % 10 == 0 ? OsdpCommandCode.Led : OsdpCommandCode.Poll, count % 10 == 0 ? new byte[14] : []);
            var card = count % 7 == 0;
            opened += bench.Open(bench.Reader.Answer(bench.Sequence, 0x40, card ? Hex.Bytes(Card) : []), out var data) == OpenOutcome.Accepted
                && data == (card ? Card : "") ? 1 : 0;
        }

        Assert.Equal(Exchanges, opened);
    }

    [Fact]
    public void NothingIsSealedOrOpenedAfterTheEnd()
    {
        var session = SessionVectors.Session();
        session.Dispose();
        Assert.Throws<ObjectDisposedException>(() => session.Seal(new byte[64], new FrameHeader(5, 1), OsdpCommandCode.Poll, []));
        Assert.Throws<ObjectDisposedException>(() => session.Open(PlainFrame.Read(Hex.Bytes(SessionVectors.FirstAck)), new byte[64], out _));
    }

    /// <summary>A refused reply has not moved the chain: the true one is still taken, and one that was accepted is not taken twice.</summary>
    private static void ExpectUnmoved(SessionBench bench, OpenOutcome found)
    {
        var then = bench.Open(bench.Reader.Answer(bench.Sequence, 0x40, [1]));
        Assert.Equal(found == OpenOutcome.Accepted ? OpenOutcome.NotExpected : OpenOutcome.Accepted, then);
    }

    private static string Plain(byte address, byte sequence, byte code, string data) =>
        Hex.Text(PlainFrame.Build(address, sequence, code, Hex.Bytes(data)));
}
