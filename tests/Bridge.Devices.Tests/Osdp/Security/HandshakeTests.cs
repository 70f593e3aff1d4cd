using System.Security.Cryptography;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>The four frames of the handshake, and everything that must end it.</summary>
public sealed class HandshakeTests
{
    private static readonly FrameHeader First = new(5, 2);
    private static readonly FrameHeader Second = new(5, 3);

    /// <summary>A reply to the challenge and what is wrong with it.</summary>
    public static TheoryData<string, string, string> WrongClientCryptograms => new()
    {
        {
            "53852b000e03120176cafe0101020403022021222324252627cf5d7974e62fa6f15ab7bfad5d96533deea1",
            "WrongCryptogram", "the last bit of the cryptogram"
        },
        {
            "53852b000e03120076cafe0101020403022021222324252627cf5d7974e62fa6f15ab7bfad5d96533cea2d",
            "WrongSelector", "it speaks of the default key"
        },
        {
            Reply(0x85, 2, [3, 0x12, 1], 0x76, "cafe0101020403022021222324252627cd0b74c2deedad8e3ead4708e2b3adb9"),
            "WrongCryptogram", "the bait: made with the default key under the right selector"
        },
        {
            Reply(0x85, 2, [3, 0x12, 0], 0x76, "cafe0101020403022021222324252627cd0b74c2deedad8e3ead4708e2b3adb9"),
            "WrongSelector", "the bait: made with the default key and said so"
        },
        { Reply(0x85, 2, [3, 0x12, 1], 0x76, "cafe010102040302"), "WrongLength", "only the identity" },
        { Reply(0x85, 2, [3, 0x12, 1], 0x76, new string('0', 66)), "WrongLength", "a byte too long" },
        { Reply(0x85, 2, [3, 0x14, 1], 0x76, new string('0', 64)), "WrongBlock", "the block of the fourth frame" },
        { Reply(0x85, 2, [2, 0x12], 0x76, new string('0', 64)), "WrongBlock", "a block without a selector" },
        { Reply(0x85, 2, [], 0x76, new string('0', 64)), "WrongBlock", "no block" },
        { Reply(0x85, 2, [], 0x41, "05"), "Refused", "NAK 5" },
        { Reply(0x85, 2, [], 0x41, "06"), "Refused", "NAK 6" },
        { Reply(0x85, 2, [], 0x40, ""), "UnexpectedReply", "ACK" },
        { Reply(0x85, 2, [3, 0x14, 1], 0x78, new string('0', 32)), "UnexpectedReply", "the fourth frame instead of the second" },
        { Reply(0x86, 2, [3, 0x12, 1], 0x76, new string('0', 64)), "WrongAddress", "another reader" },
        { Reply(0x05, 2, [3, 0x12, 1], 0x76, new string('0', 64)), "WrongAddress", "an echo" },
        { Reply(0x85, 1, [3, 0x12, 1], 0x76, new string('0', 64)), "WrongSequence", "another sequence number" },
    };

    public static TheoryData<string, string, string> WrongInitialMacs => new()
    {
        { "53851b000f0314ff78e6cce79f5ca47fe6c129b6061037c12a9dcb", "PanelRefused", "the status of a refusal with the right value" },
        { "53851b000f03140178e6cce79f5ca47fe6c129b6061037c12b9731", "WrongInitialMac", "the last bit of the value" },
        { Reply(0x85, 3, [3, 0x14, 1], 0x78, "e6cce79f5ca47fe6c129b6061037c1"), "WrongLength", "a byte short" },
        { Reply(0x85, 3, [3, 0x14, 1], 0x78, ""), "WrongLength", "no value" },
        { Reply(0x85, 3, [3, 0x12, 1], 0x78, SessionVectors.InitialMac), "WrongBlock", "the block of the second frame" },
        { Reply(0x85, 3, [], 0x78, SessionVectors.InitialMac), "WrongBlock", "no block" },
        { Reply(0x85, 3, [], 0x41, "06"), "Refused", "NAK 6" },
        { Reply(0x85, 3, [], 0x40, ""), "UnexpectedReply", "ACK" },
        { Reply(0x86, 3, [3, 0x14, 1], 0x78, SessionVectors.InitialMac), "WrongAddress", "another reader" },
        { Reply(0x85, 2, [3, 0x14, 1], 0x78, SessionVectors.InitialMac), "WrongSequence", "another sequence number" },
    };

    [Fact]
    [Conformance(50, "The handshake byte by byte with fixed random numbers")]
    public void TheFourFramesAreThoseOfTheExample()
    {
        using var handshake = Begin();
        Assert.Equal(Hex.Packed(SessionVectors.Challenge), Challenge(handshake));
        Assert.Equal(HandshakeFailure.None, handshake.ReadClientCryptogram(PlainFrame.Read(Hex.Bytes(SessionVectors.ClientCryptogram))));
        Assert.Equal(SessionVectors.ClientId, Hex.Text(handshake.ClientId));
        Assert.Equal(Hex.Packed(SessionVectors.ServerCryptogram), ServerCryptogram(handshake));
        var failure = handshake.ReadInitialMac(PlainFrame.Read(Hex.Bytes(SessionVectors.InitialMacReply)), default, out var session);
        Assert.Equal(HandshakeFailure.None, failure);
        using (session)
        {
            Assert.NotNull(session);
            var wire = new byte[64];
            var length = session.Seal(wire, new FrameHeader(5, 1), OsdpCommandCode.Poll, []);
            Assert.Equal(Hex.Packed(SessionVectors.FirstPoll), Hex.Text(wire.AsSpan(0, length)));
        }
    }

    [Fact]
    public void TheHandshakeOfTwoRealDevicesIsTheSame()
    {
        using var key = ReaderKey.Default();
        using var handshake = Handshake.Begin(key, KeySelector.Default, SessionVectors.Fixed("cdcd921212d3ee6a"));
        Assert.Equal("530013000d03110076cdcd921212d3ee6a8c8b", Challenge(handshake, new FrameHeader(0, 1)));
        var reply = "53802b000d031200760a00170300cafede61626364656667684b7e2f98ad79bd968119a8d1d3dbdaee8efd";
        Assert.Equal(HandshakeFailure.None, handshake.ReadClientCryptogram(PlainFrame.Read(Hex.Bytes(reply))));
        Assert.Equal("53001b000e03130077a230f5d33b25f43434929ab208de90a74103", ServerCryptogram(handshake, new FrameHeader(0, 2)));
        var last = PlainFrame.Read(Hex.Bytes("53801b000e03140178d8f543e207ac5d2e30be9fac3aa04bea9585"));
        Assert.Equal(HandshakeFailure.None, handshake.ReadInitialMac(last, default, out var session));
        session?.Dispose();
    }

    [Theory, MemberData(nameof(WrongClientCryptograms))]
    [Conformance(54, "Every wrong reply to the challenge ends the handshake")]
    [Conformance(61, "S3: the bait of a reader that knows only the default key")]
    [Conformance(61, "S4: another selector than the one sent")]
    [Conformance(61, "S5: a wrong client cryptogram")]
    public void AWrongClientCryptogramEndsIt(string wire, string failure, string why)
    {
        var handshake = Begin();
        Challenge(handshake);
        var found = handshake.ReadClientCryptogram(PlainFrame.Read(Hex.Bytes(wire)));
        Assert.True(failure == $"{found}", $"{why}: {found}");
        Assert.Throws<ObjectDisposedException>(() => handshake.WriteServerCryptogram(new byte[64], Second));
        Assert.Equal("0000000000000000", Hex.Text(handshake.ClientId));
    }

    [Theory, MemberData(nameof(WrongInitialMacs))]
    [Conformance(54, "Every wrong last frame ends the handshake")]
    [Conformance(61, "S5: a wrong initial code or status")]
    public void AWrongInitialMacEndsIt(string wire, string failure, string why)
    {
        var handshake = Answered();
        var found = handshake.ReadInitialMac(PlainFrame.Read(Hex.Bytes(wire)), default, out var session);
        Assert.True(failure == $"{found}" && session is null, $"{why}: {found}");
        Assert.Throws<ObjectDisposedException>(() => handshake.WriteChallenge(new byte[64], First));
    }

    [Fact]
    [Conformance(54, "255 of the 256 values of the status mean no")]
    public void OnlyOneStatusMeansYes()
    {
        var accepted = Enumerable.Range(0, 256).Where(status =>
        {
            using var handshake = Answered();
            var wire = Hex.Bytes(Reply(0x85, 3, [3, 0x14, (byte)status], 0x78, SessionVectors.InitialMac));
            var failure = handshake.ReadInitialMac(PlainFrame.Read(wire), default, out var session);
            session?.Dispose();
            return failure == HandshakeFailure.None;
        });
        Assert.Equal([1], accepted);
    }

    [Fact]
    [Conformance(59, "The random number differs in 10 000 handshakes")]
    public void NoTwoChallengesAreEqual()
    {
        using var key = ReaderKey.Random();
        var seen = new HashSet<string>();
        for (var count = 0; count < 10_000; count++)
        {
            using var handshake = Handshake.Begin(key, KeySelector.Own, RandomNumberGenerator.Fill);
            seen.Add(Challenge(handshake)[18..34]);
        }

        Assert.Equal(10_000, seen.Count);
    }

    [Fact]
    [Conformance(20, "A repeated challenge is the same bytes")]
    public void AChallengeWrittenAgainIsTheSame()
    {
        using var key = ReaderKey.Random();
        using var handshake = Handshake.Begin(key, KeySelector.Own, RandomNumberGenerator.Fill);
        Assert.Equal(Challenge(handshake), Challenge(handshake));
    }

    private static string Reply(byte address, byte sequence, byte[] block, byte code, string data)
    {
        var bytes = new byte[128];
        return Hex.Text(bytes.AsSpan(0, FrameBuilder.Write(bytes, new FrameHeader(address, sequence), block, code, Hex.Bytes(data))));
    }

    private static Handshake Begin()
    {
        using var key = ReaderKey.From(Hex.Bytes(SessionVectors.BaseKey));
        return Handshake.Begin(key, KeySelector.Own, SessionVectors.Fixed(SessionVectors.PanelRandom));
    }

    private static Handshake Answered()
    {
        var handshake = Begin();
        Challenge(handshake);
        Assert.Equal(HandshakeFailure.None, handshake.ReadClientCryptogram(PlainFrame.Read(Hex.Bytes(SessionVectors.ClientCryptogram))));
        ServerCryptogram(handshake);
        return handshake;
    }

    private static string Challenge(Handshake handshake, FrameHeader? header = null)
    {
        var bytes = new byte[64];
        return Hex.Text(bytes.AsSpan(0, handshake.WriteChallenge(bytes, header ?? First)));
    }

    private static string ServerCryptogram(Handshake handshake, FrameHeader? header = null)
    {
        var bytes = new byte[64];
        return Hex.Text(bytes.AsSpan(0, handshake.WriteServerCryptogram(bytes, header ?? Second)));
    }
}
