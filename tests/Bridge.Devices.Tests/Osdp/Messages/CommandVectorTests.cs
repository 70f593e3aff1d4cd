using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Commands;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Messages;

/// <summary>Each command byte by byte: written, and read back to the same value.</summary>
public sealed class CommandVectorTests
{
    private static readonly LedPattern Blink =
        new(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(200), LedColor.Red, LedColor.Off);

    /// <summary>A frame on the wire, the command in it, and the address and sequence it was written for.</summary>
    private static readonly Dictionary<string, CommandRow> Rows = new()
    {
        ["POLL"] = new("53 05 08 00 05 60 8d ba", DatalessCommand.Poll),
        ["ID"] = new("53 05 09 00 04 61 00 c1 25", new IdCommand()),
        ["CAP"] = new("53 05 09 00 05 62 00 a2 47", new CapCommand()),
        ["LSTAT"] = new("53 05 08 00 05 64 09 fa", DatalessCommand.LocalStatus),
        ["ISTAT"] = new("53 05 08 00 06 65 7b bf", DatalessCommand.InputStatus),
        ["OSTAT"] = new("53 05 08 00 07 66 29 bc", DatalessCommand.OutputStatus),
        ["RSTAT"] = new("53 05 08 00 05 67 6a ca", DatalessCommand.ReaderStatus),
        ["ABORT"] = new("53 05 08 00 05 a2 83 43", DatalessCommand.Abort),
        ["OUT on for 3 s"] = new("53 05 0c 00 06 68 00 05 1e 00 5d e8", new OutCommand(0, OutputAction.TemporaryOn, TimeSpan.FromSeconds(3))),
        ["OUT for a lock"] = new("53 05 0c 00 06 68 00 05 1e 00 5d e8", TimedOutCommand.On(0, TimeSpan.FromSeconds(3))),
        ["LED green"] = new(
            "53 05 16 00 07 69 00 00 00 00 00 00 00 00 00 01 01 00 02 00 f8 9f", LedCommand.Lasting(0, 0, LedPattern.Steady(LedColor.Green))),
        ["LED red for 5 s"] = new(
            "53 05 16 00 05 69 00 00 02 02 02 01 00 32 00 00 00 00 00 00 88 cf", LedCommand.For(0, 0, Blink, TimeSpan.FromSeconds(5))),
        ["BUZ"] = new("53 05 0d 00 06 6a 00 02 02 02 03 6b 70", BuzCommand.Sound(0, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(200), 3)),
        ["TEXT"] = new("53 05 13 00 07 6b 00 01 00 01 01 05 48 45 4c 4c 4f e8 8d", new TextCommand(0, TextMode.Lasting, TimeSpan.Zero, 1, 1, "HELLO")),
        ["COMSET"] = new("53 05 0d 00 05 6e 07 00 96 00 00 0c d6", new ComsetCommand(7, 38400)),
        ["COMSET to everybody"] = new("53 7f 0d 00 04 6e 00 80 25 00 00 6e 38", new ComsetCommand(0, 9600)),
        ["ACURXSIZE"] = new("53 05 0a 00 07 7b 00 04 dd 24", new AcuRxSizeCommand(1024)),
        ["KEEPACTIVE"] = new("53 05 0a 00 06 a7 88 13 7b b2", new KeepActiveCommand(TimeSpan.FromSeconds(5))),
        ["MFG"] = new("53 05 0d 00 07 80 ca fe 01 01 aa 99 48", new MfgCommand(new VendorCode(0xCA, 0xFE, 0x01), Hex.Bytes("01aa"))),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory, MemberData(nameof(Names))]
    [Conformance(43, "LED: the standard's bytes")]
    [Conformance(44, "OUT: the standard's bytes, timer low byte first")]
    [Conformance(45, "BUZ and TEXT: the standard's bytes")]
    [Conformance(46, "COMSET: the standard's bytes")]
    [Conformance(47, "ACURXSIZE: the standard's bytes")]
    public void CommandsAreWritten(string name)
    {
        var row = Rows[name];
        var wire = Hex.Bytes(row.Wire);
        var data = new byte[row.Command.Length];
        row.Command.WriteTo(data);
        Assert.Equal(Hex.Text(wire), Hex.Text(PlainFrame.Build(wire[1], (byte)(wire[4] & 3), (byte)row.Command.Code, data)));
    }

    [Theory, MemberData(nameof(Names))]
    public void CommandsAreReadBack(string name)
    {
        var row = Rows[name];
        var data = PlainFrame.Read(Hex.Bytes(row.Wire)).Data;
        var read = CommandReading.Read(row.Command.Code, data);
        var again = new byte[data.Length];
        Assert.NotNull(read);
        read.WriteTo(again);
        Assert.Equal(Hex.Text(data), Hex.Text(again));
    }

    [Fact]
    [Conformance(56, "KEYSET: the bytes of the key change")]
    public void KeysetIsWrittenAndReadBack()
    {
        var text = "0110a1b2c3d4e5f60718293a4b5c6d7e8f90";
        Assert.True(KeysetCommand.TryRead(Hex.Bytes(text), out var command));
        using var key = command.Key;
        var data = new byte[command.Length];
        command.WriteTo(data);
        Assert.Equal(text, Hex.Text(data));
        Assert.DoesNotContain("A1", command.ToString().ToUpperInvariant(), StringComparison.Ordinal);
        Assert.Equal(nameof(ReaderKey), key.ToString());
    }

    [Theory]
    [InlineData(0x61, "01", "the extended question is another one")]
    [InlineData(0x68, "000700", "a byte short")]
    [InlineData(0x68, "00070000", "no such action")]
    [InlineData(0x69, "00000300000000000000000000 00", "no such control")]
    [InlineData(0x69, "0000", "cut")]
    [InlineData(0x6A, "00020202", "cut")]
    [InlineData(0x6B, "000100010105", "the text is missing")]
    [InlineData(0x6B, "000500010100", "no such mode")]
    [InlineData(0x6E, "00802500", "cut")]
    [InlineData(0x75, "0210a1b2c3d4e5f60718293a4b5c6d7e8f90", "another type of key")]
    [InlineData(0x75, "0110a1b2", "cut")]
    [InlineData(0x7B, "00", "cut")]
    [InlineData(0x80, "cafe", "no whole vendor")]
    [InlineData(0xA7, "881300", "too long")]
    public void OtherDataIsNotRead(byte code, string data, string why) =>
        Assert.True(CommandReading.Read((OsdpCommandCode)code, Hex.Bytes(data)) is null, why);

    private sealed record CommandRow(string Wire, IOsdpCommand Command);
}
