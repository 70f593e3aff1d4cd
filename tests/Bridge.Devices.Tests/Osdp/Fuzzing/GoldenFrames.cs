using Bridge.Devices.Tests.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>True frames of every shape, short ones mostly: what the fuzzer starts from.</summary>
internal static class GoldenFrames
{
    public const int Longest = 64;

    public static byte[][] All { get; } =
    [
        PlainFrame.Reply(5, 1, 0x40, []),
        PlainFrame.Reply(5, 2, 0x40, [], crc: false),
        PlainFrame.Reply(5, 0, 0x79, []),
        PlainFrame.Reply(5, 3, 0x41, [6]),
        PlainFrame.Reply(0x7E, 1, 0x41, [3], crc: false),
        PlainFrame.Reply(5, 1, 0x45, [0xCA, 0xFE, 1, 1, 2, 4, 3, 2, 1, 1, 16, 3]),
        PlainFrame.Reply(5, 2, 0x46, [1, 1, 8, 2, 1, 2, 4, 4, 2, 8, 1, 0, 9, 1, 1]),
        PlainFrame.Reply(5, 3, 0x48, [1, 0]),
        PlainFrame.Reply(5, 1, 0x49, [0, 1, 0, 0, 0, 0, 0, 1], crc: false),
        PlainFrame.Reply(5, 1, 0x4A, [0, 1]),
        PlainFrame.Reply(5, 1, 0x4B, [0]),
        PlainFrame.Reply(5, 2, 0x50, Hex.Bytes("00011a00bb032180")),
        PlainFrame.Reply(5, 2, 0x51, [0, 0, 4, 0x31, 0x32, 0x33, 0x34]),
        PlainFrame.Reply(5, 3, 0x53, Hex.Bytes("0005313233340d")),
        PlainFrame.Reply(5, 3, 0x54, [5, 0x80, 0x25, 0, 0]),
        PlainFrame.Reply(5, 3, 0x90, [0xCA, 0xFE, 1, 9, 9]),
        PlainFrame.Build(5, 1, 0x60, []),
        Hex.Bytes(SessionVectors.ClientCryptogram),
        Hex.Bytes(SessionVectors.InitialMacReply),
        .. SessionVectors.Exchanges.Take(5).Select(exchange => Hex.Bytes(exchange.Reply.Wire)),
    ];
}
