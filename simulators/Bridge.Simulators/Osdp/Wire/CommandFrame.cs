namespace Bridge.Simulators.Osdp.Wire;

/// <summary>One packet as it came from the line, its check right or wrong.</summary>
public sealed class CommandFrame
{
    public const byte StartOfMessage = 0x53;
    public const int LongestLength = 1440;
    private const int HeaderLength = 5;
    private const int MacLength = 4;
    private readonly byte[] _bytes;

    private CommandFrame(byte[] bytes, bool isSound)
    {
        _bytes = bytes;
        IsSound = isSound;
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The check is right and the lengths fit.</summary>
    public bool IsSound { get; }

    public byte Address => (byte)(_bytes[1] & 0x7F);

    /// <summary>A reply, of another reader or our own come back: no business of a reader.</summary>
    public bool IsReply => _bytes[1] >= 0x80;

    public byte Control => _bytes[4];

    public int Sequence => _bytes[4] & 3;

    public bool HasBlock => (_bytes[4] & 8) != 0;

    /// <summary>Type of the security control block; 0 without one.</summary>
    public byte BlockType => HasBlock ? _bytes[HeaderLength + 1] : (byte)0;

    /// <summary>First data byte of the security control block, which names a key; 0 without one.</summary>
    public byte KeySelector => HasBlock && _bytes[HeaderLength] > 2 ? _bytes[HeaderLength + 2] : (byte)0;

    public bool HasMac => BlockType is >= 0x15 and <= 0x18;

    public byte Code => _bytes[CodeAt];

    /// <summary>What stands behind the code, encrypted where the block says so.</summary>
    public ReadOnlySpan<byte> Data => _bytes.AsSpan(CodeAt + 1, AuthenticatedLength - CodeAt - 1);

    /// <summary>What the authentication code is over.</summary>
    public ReadOnlySpan<byte> Authenticated => _bytes.AsSpan(0, AuthenticatedLength);

    public ReadOnlySpan<byte> Mac => _bytes.AsSpan(AuthenticatedLength, HasMac ? MacLength : 0);

    private int CodeAt => HeaderLength + (HasBlock ? _bytes[HeaderLength] : 0);

    private int AuthenticatedLength => _bytes.Length - OsdpCheck.Length(Control) - (HasMac ? MacLength : 0);

    /// <summary>Reads a whole packet: the start byte and as many bytes as its length says.</summary>
    public static CommandFrame Read(ReadOnlySpan<byte> packet) => new(packet.ToArray(), OsdpCheck.Holds(packet) && Fits(packet));

    private static bool Fits(ReadOnlySpan<byte> packet)
    {
        var room = packet.Length - OsdpCheck.Length(packet[4]) - HeaderLength - 1;
        if ((packet[4] & 8) == 0)
        {
            return room >= 0;
        }

        return room >= 2 && packet[HeaderLength] >= 2
            && packet[HeaderLength] + (packet[HeaderLength + 1] is >= 0x15 and <= 0x18 ? MacLength : 0) <= room;
    }
}
