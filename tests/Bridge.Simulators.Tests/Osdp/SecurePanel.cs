using Bridge.Simulators.Osdp.Security;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Tests.Osdp;

/// <summary>The smallest control panel that can hold a session with the reader of a <see cref="ReaderTable"/>.</summary>
internal sealed class SecurePanel(ReaderTable table, string key)
{
    private const int MacLength = 4;
    private static readonly byte[] Challenge = Hex.Bytes("1011121314151617");
    private ChannelKeys _keys = null!;
    private byte[] _command = [];
    private byte[] _reply = [];
    private int _sequence;

    /// <summary>The last command, byte for byte.</summary>
    public string LastCommand { get; private set; } = "";

    /// <summary>Starts anew and comes to a session; false when the reader does not.</summary>
    public bool Open(byte selector = 1)
    {
        var answer = Hex.Bytes(table.Raw(Packet(0, [3, 0x11, selector], 0x76, Challenge)));
        if (answer.Length != 43)
        {
            return false;
        }

        _keys = ChannelKeys.Derive(Hex.Bytes(key), Challenge);
        var (random, cryptogram) = (answer[17..25], answer[25..41]);
        if (!cryptogram.SequenceEqual(_keys.ClientCryptogram(Challenge, random)))
        {
            return false;
        }

        var proof = _keys.ServerCryptogram(Challenge, random);
        var last = Hex.Bytes(table.Raw(Packet(1, [3, 0x13, selector], 0x77, proof)));
        _reply = _keys.InitialMac(proof);
        _sequence = 1;
        return last.Length == 27 && last[7] == 1 && last.AsSpan(9, 16).SequenceEqual(_reply);
    }

    /// <summary>Sends the next command and returns code and payload of the reply; null if that is none of this session.</summary>
    public string? Ask(string codeAndData)
    {
        var bytes = Hex.Bytes(codeAndData);
        _sequence = (_sequence % 3) + 1;
        var payload = bytes.Length > 1 ? _keys.Encrypt(_reply, bytes.AsSpan(1)) : [];
        var packet = Hex.Bytes(Packet(_sequence, [2, bytes.Length > 1 ? (byte)0x17 : (byte)0x15], bytes[0], [.. payload, 0, 0, 0, 0]));
        _command = _keys.Mac(_reply, packet.AsSpan(0, packet.Length - 2 - MacLength));
        _command.AsSpan(0, MacLength).CopyTo(packet.AsSpan(packet.Length - 2 - MacLength));
        OsdpCheck.Write(packet);
        LastCommand = Hex.Text(packet);
        return Read(Hex.Bytes(table.Raw(LastCommand)));
    }

    /// <summary>Sends the last command again and reads the reply as if it were the first to it.</summary>
    public string? Repeat() => Read(Hex.Bytes(table.Raw(LastCommand)));

    private string? Read(byte[] packet)
    {
        if (packet.Length < 14 || (packet[4] & 8) == 0 || !OsdpCheck.Holds(packet))
        {
            return null;
        }

        var mac = _keys.Mac(_command, packet.AsSpan(0, packet.Length - 2 - MacLength));
        if (!mac.AsSpan(0, MacLength).SequenceEqual(packet.AsSpan(packet.Length - 2 - MacLength, MacLength)))
        {
            return null;
        }

        var payload = packet[6] == 0x18 ? _keys.Decrypt(_command, packet.AsSpan(8, packet.Length - 10 - MacLength)) : packet[8..^(2 + MacLength)];
        _reply = mac;
        return payload is null ? null : Hex.Text([packet[7], .. payload]).ToLowerInvariant();
    }

    private static string Packet(int sequence, byte[] block, byte code, byte[] data)
    {
        var length = 5 + block.Length + 1 + data.Length + 2;
        byte[] packet = [0x53, 5, (byte)(length & 0xFF), (byte)(length >> 8), (byte)(0x0C | sequence), .. block, code, .. data, 0, 0];
        OsdpCheck.Write(packet);
        return Hex.Text(packet);
    }
}
