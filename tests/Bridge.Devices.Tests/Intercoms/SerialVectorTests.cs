using System.Text;
using Bridge.Devices.Intercoms;
using Bridge.Devices.Intercoms.Serial;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>Lines of the house format, byte for byte, both ways. The checks were worked out apart from the product.</summary>
public sealed class SerialVectorTests
{
    public static TheoryData<string, string, string> Lines => new()
    {
        { "CALL;P1;1203;17;1*VV", "Started P1 1203 17 1", "a call" },
        { "RING;P1;1203;17;2*VV", "Ringing P1 1203 17 2", "it rings" },
        { "ANSW;P1;1203;17;3;by=1203*VV", "Answered P1 1203 17 3", "fields that are not asked for are passed over" },
        { "OPEN;P1;1203;17;4;door=1*VV", "UnlockRequested P1 1203 17 4", "the unlock key" },
        { "OPEN;P1;;;5*VV", "UnlockRequested P1 - - 5", "outside of a call" },
        { "DENY;P1;1203;17;6*VV", "Denied P1 1203 17 6", "refused" },
        { "NOAN;P1;1203;17;7;ring=30*VV", "NoAnswer P1 1203 17 7", "nobody came" },
        { "BUSY;P1;1203;17;8*VV", "Busy P1 1203 17 8", "engaged" },
        { "HOLD;P1;1203;17;9*VV", "Held P1 1203 17 9", "on hold" },
        { "RESU;P1;1203;17;10*VV", "Resumed P1 1203 17 10", "taken back" },
        { "XFER;P1;1203;17;11;to=guard*VV", "Transferred P1 1203 17 11", "passed on" },
        { "END;P1;1203;17;12;reason=noAnswer*VV", "Ended P1 1203 17 12 NoAnswer", "the end with its reason" },
        { "END;P1;1203;17;13;reason=boredom*VV", "Ended P1 1203 17 13", "a reason that nobody knows is none" },
        { "KEY;P1;;;14;n=4*VV", "KeyPressed P1 - - 14", "how many keys, never which" },
        { "TAMP;P1;;;15*VV", "Tamper P1 15", "taken off the wall" },
        { "FAUL;P1;;;16;code=3*VV", "Fault P1 16", "a fault" },
        { "OK;P1;;;17*VV", "well P1 17", "all is well" },
        { "HB*VV", "beat -", "a beat" },
        { "HB;boot=9*VV", "beat 9", "a beat with its boot number" },
        { "DONE;77*VV", "done 77", "an answer" },
        { "FAIL;77;the panel is in a call*VV", "failed 77 the panel is in a call", "a refusal" },
        { "FAIL;77*VV", "failed 77 it gave no reason", "a refusal without a reason" },
        { "CALL;P1;1203;17;1*vv", "Started P1 1203 17 1", "small hexadecimal digits are digits too" },
        { "CALL;P1;1203;17;1*00", "broken", "a wrong check" },
        { "CALL;P1;1203;17;1", "broken", "no check" },
        { "*00", "broken", "nothing but a check" },
        { "", "broken", "nothing" },
        { "CALL;P1;1203;17*VV", "nonsense", "no sequence number" },
        { "CALL;P1;1203;17;0*VV", "nonsense", "sequence numbers begin at one" },
        { "CALL;P1;1203;17;-1*VV", "nonsense", "a number without a sign" },
        { "CALL;P1;1203;17;4294967296*VV", "nonsense", "more than a number can be" },
        { "CALL;P 1;1203;17;1*VV", "nonsense", "a space is in no name" },
        { "CALL;;1203;17;1*VV", "nonsense", "no panel" },
        { "CALL;P1;1203;;1*VV", "nonsense", "a call without a name" },
        { "DIAL;P1;1203;17;1*VV", "nonsense", "our own word from the other side" },
        { "CALL;P1;\u0007;17;1*VV", "nonsense", "a character that is none" },
        { "DONE;x*VV", "nonsense", "the number of no request" },
    };

    [Theory, MemberData(nameof(Lines))]
    public void ALineIsUnderstoodOrRefused(string line, string expected, string why) =>
        Assert.True(expected == Shown(SerialReader.Read(Bytes(line))), $"{why}: {Shown(SerialReader.Read(Bytes(line)))}");

    [Fact]
    public void OurLinesAreTheseBytes()
    {
        Assert.Equal("48 42 2A 30 41 0D 0A", Hex(SerialWriter.HeartBeat));
        Assert.Equal("41 43 4B 3B 31 2A 34 33 0D 0A", Hex(SerialWriter.Acknowledgement(1)));
        Assert.Equal("DIAL;P1;1203;77*3F\r\n".Length, SerialWriter.Dial("P1", "1203", 77).Length);
        Assert.Equal(Ascii(Bytes("DIAL;P1;1203;77*VV")) + "\r\n", Ascii(SerialWriter.Dial("P1", "1203", 77)));
        Assert.Equal(Ascii(Bytes("HANG;P1;17;78*VV")) + "\r\n", Ascii(SerialWriter.HangUp("P1", "17", 78)));
    }

    [Fact]
    public void TheCheckOfTheFirstLineIsTheOneThatAHandCalculationGives()
    {
        // C A L L ; P 1 ; 1 2 0 3 ; 1 7 ; 1 by exclusive or.
        Assert.Equal("Started P1 1203 17 1", Shown(SerialReader.Read("CALL;P1;1203;17;1*54"u8)));
        Assert.Equal("beat -", Shown(SerialReader.Read("HB*0A"u8)));
    }

    /// <summary>VV stands for the right check.</summary>
    internal static byte[] Bytes(string line)
    {
        var check = 0;
        var star = line.LastIndexOf('*');
        for (var index = 0; index < star; index++)
        {
            check ^= line[index];
        }

        return Encoding.ASCII.GetBytes(line.Replace("*VV", $"*{check:X2}", StringComparison.Ordinal).Replace("*vv", $"*{check:x2}", StringComparison.Ordinal));
    }

    private static string Shown(SerialMessage message) => message switch
    {
        SerialMessage.Call({ Kind: Kind.Ended, Reason: { } reason } sign) => $"Ended {sign.Panel} {sign.Unit} {sign.CallId} {sign.Sequence} {reason}",
        SerialMessage.Call(var sign) => $"{sign.Kind} {sign.Panel} {sign.Unit ?? "-"} {(sign.CallId.Length > 0 ? sign.CallId : "-")} {sign.Sequence}",
        SerialMessage.Health { Condition: IntercomCondition condition } health => $"{condition} {health.Panel} {health.Sequence}",
        SerialMessage.Health health => $"well {health.Panel} {health.Sequence}",
        SerialMessage.HeartBeat(var boot) => $"beat {boot?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}",
        SerialMessage.Answer({ } request, null) => $"done {request}",
        SerialMessage.Answer({ } request, var failure) => $"failed {request} {failure}",
        SerialMessage.Nonsense { IsBroken: true } => "broken",
        _ => "nonsense",
    };

    private static string Ascii(byte[] bytes) => Encoding.ASCII.GetString(bytes);

    private static string Hex(byte[] bytes) => string.Join(' ', bytes.Select(value => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
}
