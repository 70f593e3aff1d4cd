using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>One session with fixed random numbers, computed by several implementations that do not know each other.</summary>
internal static class SessionVectors
{
    public const string BaseKey = "00112233445566778899aabbccddeeff";
    public const string PanelRandom = "1011121314151617";
    public const string ReaderRandom = "2021222324252627";
    public const string ClientId = "cafe010102040302";
    public const string InitialMac = "e6cce79f5ca47fe6c129b6061037c12a";

    public const string Challenge = "53 05 13 00 0e 03 11 01 76 10 11 12 13 14 15 16 17 f3 88";

    public const string ClientCryptogram = "53 85 2b 00 0e 03 12 01 76 ca fe 01 01 02 04 03 02 20 21 22 23 24 25 26 27 "
        + "cf 5d 79 74 e6 2f a6 f1 5a b7 bf ad 5d 96 53 3c cf b1";

    public const string ServerCryptogram = "53 05 1b 00 0f 03 13 01 77 29 9a 75 5d f7 ea 54 0a ea 5c 45 25 d5 99 ed d6 53 51";
    public const string InitialMacReply = "53 85 1b 00 0f 03 14 01 78 e6 cc e7 9f 5c a4 7f e6 c1 29 b6 06 10 37 c1 2a b6 21";

    public const string FirstPoll = "53 05 0e 00 0d 02 15 60 6f c1 ad c7 b3 de";
    public const string FirstAck = "53 85 0e 00 0d 02 16 40 78 1d 41 ca 40 4f";

    /// <summary>From the first command after the handshake on: what is said, its data in clear, and the frame on the wire.</summary>
    public static readonly IReadOnlyList<SealedExchange> Exchanges =
    [
        new(
            "POLL, ACK",
            new(0x60, "", FirstPoll),
            new(0x40, "", FirstAck)),
        new(
            "POLL, RAW of 26 bits",
            new(0x60, "", "53 05 0e 00 0e 02 15 60 47 8e 53 95 ae df"),
            new(0x50, "00011a00bb032180", "53 85 1e 00 0e 02 18 50 5a 84 30 9b 7b e2 f6 29 d7 62 38 a2 c1 61 a5 0e 55 92 2c 47 e8 26")),
        new(
            "POLL, KEYPAD 1234#",
            new(0x60, "", "53 05 0e 00 0f 02 15 60 07 4a 53 86 84 2e"),
            new(0x53, "0005313233340d", "53 85 1e 00 0f 02 18 53 37 f3 76 f8 65 84 74 cb 4c 15 24 76 b5 d7 46 2b 92 b4 bf f3 52 a6")),
        new(
            "LED, ACK",
            new(0x69, "0000000000000000000101000200",
                "53 05 1e 00 0d 02 17 69 ea 88 a4 3c 76 40 f2 f1 8b 86 9b e1 ee 85 1c ef f9 b0 bb 11 f4 26"),
            new(0x40, "", "53 85 0e 00 0d 02 16 40 0f 59 a3 71 15 fd")),
        new(
            "OUT, ACK",
            new(0x68, "00051e00", "53 05 1e 00 0e 02 17 68 2e d5 af 05 33 7a 11 5e 38 03 40 d3 a9 d3 24 fe 11 d9 7b 37 e2 ad"),
            new(0x40, "", "53 85 0e 00 0e 02 16 40 34 af 4e fc af 70")),
        new(
            "KEYSET, ACK",
            new(0x75, "0110a1b2c3d4e5f60718293a4b5c6d7e8f90",
                "53 05 2e 00 0f 02 17 75 e5 f9 0c cc a6 53 aa 6a 67 f0 73 aa ed 1e ff 0e 35 fa 03 7a 0f 0f "
                    + "92 1c 95 3b 06 3d 70 23 62 91 35 ba ab 24 cc 1f"),
            new(0x40, "", "53 85 0e 00 0f 02 16 40 65 ed 3c 59 4a cc")),
        new(
            "TEXT of 16 bytes of data, ACK",
            new(0x6B, "00010001010a48454c4c4f204f534450",
                "53 05 2e 00 0d 02 17 6b b2 25 b6 60 69 4b e6 a5 92 3c e7 45 7e cc 13 52 4b 88 f1 06 b1 33 "
                    + "82 51 ba 8d 27 8f 7c 2b 9f 15 02 12 87 ac 6d 95"),
            new(0x40, "", "53 85 0e 00 0d 02 16 40 36 da 7f d5 a5 e5")),
    ];

    /// <summary>The same session begun with checksums and gone on with CRC.</summary>
    public static readonly IReadOnlyList<SealedExchange> Mixed =
    [
        new(
            "POLL, ACK with checksum",
            new(0x60, "", "53 05 0d 00 09 02 15 60 fa 14 5b b1 01"),
            new(0x40, "", "53 85 0d 00 09 02 16 40 c8 fb 71 96 f0")),
        new(
            "POLL, NAK 3",
            new(0x60, "", "53 05 0e 00 0e 02 15 60 97 18 fa a1 05 6c"),
            new(0x41, "03", "53 85 1e 00 0e 02 18 41 3e 8f 08 68 67 15 2e a9 c3 85 0a 47 3c 3a 98 8e d4 f0 f9 34 a7 f8")),
        new(
            "LSTAT, LSTATR tampered",
            new(0x64, "", "53 05 0e 00 0f 02 15 64 2f ea 0a d9 ae b7"),
            new(0x48, "0100", "53 85 1e 00 0f 02 18 48 ff b7 6f 10 92 04 d6 63 0e 04 79 c7 40 77 cc 1a 00 80 a5 2e a3 b0")),
    ];

    public static SessionKeys Keys() => SessionKeys.Derive(Hex.Bytes(BaseKey), Hex.Bytes(PanelRandom));

    /// <summary>As after the handshake.</summary>
    public static SecureSession Session(SessionRules rules = default) => new(Keys(), Hex.Bytes(InitialMac), rules);

    public static RandomFill Fixed(string bytes) => span => Hex.Bytes(bytes).CopyTo(span);
}
