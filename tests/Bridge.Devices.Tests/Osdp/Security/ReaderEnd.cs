using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>
/// The other end of a session, from its first frame after the handshake. Uses the primitives, which the published examples hold to their meaning, and
/// not the session.
/// </summary>
internal sealed class ReaderEnd : IDisposable
{
    private readonly SessionKeys _keys = SessionVectors.Keys();
    private readonly byte[] _replyMac = Hex.Bytes(SessionVectors.InitialMac);
    private readonly byte[] _commandMac = new byte[16];

    /// <summary>The data of a command, whose authentication code must be right; the chain moves.</summary>
    public byte[] Take(byte[] command)
    {
        var frame = PlainFrame.Read(command);
        MessageMac.Compute(_keys, _replyMac, frame.Covered, _commandMac);
        if (!frame.Mac.SequenceEqual(_commandMac.AsSpan(0, 4)))
        {
            throw new InvalidOperationException("the command's authentication code is wrong");
        }

        var data = new byte[frame.Data.Length];
        return data.Length == 0 || !MessageCipher.TryDecrypt(_keys.Encryption, _replyMac, frame.Data, data, out var length) ? [] : data[..length];
    }

    /// <summary>The reply to the command taken last; the chain moves.</summary>
    public byte[] Answer(byte sequence, byte code, byte[] data) =>
        data.Length == 0 ? Clear(sequence, code, data, 0x16) : Sealed(sequence, code, Padded(data));

    /// <summary>Authenticated, not encrypted.</summary>
    public byte[] Clear(byte sequence, byte code, byte[] data, byte type) => Authenticated(sequence, code, data, [2, type]);

    /// <summary>Encrypts whole blocks, whatever their padding is.</summary>
    public byte[] Sealed(byte sequence, byte code, byte[] blocks, byte type = 0x18)
    {
        var cipherText = new byte[blocks.Length];
        var chain = _commandMac.Select(value => (byte)(value ^ 0xFF)).ToArray();
        for (var place = 0; place < blocks.Length; place += 16)
        {
            Blocks.Add(chain, blocks.AsSpan(place, Math.Min(16, blocks.Length - place)));
            _keys.Encryption.Encrypt(chain, chain);
            chain.AsSpan(0, Math.Min(16, blocks.Length - place)).CopyTo(cipherText.AsSpan(place));
        }

        return Authenticated(sequence, code, cipherText, [2, type]);
    }

    public byte[] Authenticated(byte sequence, byte code, byte[] data, byte[] block)
    {
        var bytes = new byte[FrameLayout.LongestFrame];
        var frame = FrameBuilder.Begin(bytes, new FrameHeader(0x85, sequence), block, code, data.Length);
        data.CopyTo(frame.Data);
        if (frame.Mac.Length > 0)
        {
            MessageMac.Compute(_keys, _commandMac, frame.Covered, _replyMac);
            _replyMac.AsSpan(0, 4).CopyTo(frame.Mac);
        }

        return bytes[..frame.Close()];
    }

    public void Dispose() => _keys.Dispose();

    private static byte[] Padded(byte[] data)
    {
        var blocks = new byte[MessageCipher.SealedLength(data.Length)];
        data.CopyTo(blocks, 0);
        blocks[data.Length] = 0x80;
        return blocks;
    }
}
