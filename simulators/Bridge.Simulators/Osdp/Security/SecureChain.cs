using System.Security.Cryptography;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Security;

/// <summary>The reader's end of a running session: each message is bound to the one before it, and a refused one binds nothing.</summary>
internal sealed class SecureChain(ChannelKeys keys, byte[] initialMac)
{
    private const int MacLength = 4;
    private const byte EncryptedCommand = 0x17;
    private const byte PlainReply = 0x16;
    private const byte EncryptedReply = 0x18;
    private byte[] _command = new byte[AesBlock.Length];
    private byte[] _reply = initialMac;

    /// <summary>Opens a command; null when it is not what the control panel with the right key would have sent next.</summary>
    public byte[]? Open(CommandFrame command)
    {
        var mac = keys.Mac(_reply, command.Authenticated);
        if (!CryptographicOperations.FixedTimeEquals(mac.AsSpan(0, MacLength), command.Mac))
        {
            return null;
        }

        var payload = command.BlockType == EncryptedCommand ? keys.Decrypt(_reply, command.Data) : command.Data.ToArray();
        if (payload is not null)
        {
            _command = mac;
        }

        return payload;
    }

    /// <summary>Makes a reply to the command opened last.</summary>
    /// <param name="encrypted">False for a faulty reader that authenticates its payload and does not hide it.</param>
    public byte[] Seal(ReplyEnvelope envelope, byte code, byte[] payload, bool encrypted = true)
    {
        var hides = encrypted && payload.Length > 0;
        ReadOnlySpan<byte> block = [2, hides ? EncryptedReply : PlainReply];
        var packet = envelope.Packet(block, code, hides ? keys.Encrypt(_command, payload) : payload, MacLength);
        var end = packet.Length - OsdpCheck.Length(packet[4]);
        _reply = keys.Mac(_command, packet.AsSpan(0, end - MacLength));
        _reply.AsSpan(0, MacLength).CopyTo(packet.AsSpan(end - MacLength));
        OsdpCheck.Write(packet);
        return packet;
    }
}
