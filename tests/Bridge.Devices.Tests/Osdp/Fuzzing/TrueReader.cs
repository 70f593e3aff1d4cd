using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>
/// The reader's end, from the handshake on, fast and made of the product's primitives: what is tried here is not whether the bytes are right. It repeats its
/// reply to a repeated command, and forgets its session when a command has number 0.
/// </summary>
internal sealed class TrueReader(byte[] key) : IDisposable
{
    private readonly byte[] _reply = new byte[FrameLayout.LongestFrame];
    private readonly byte[] _command = new byte[FrameLayout.LongestFrame];
    private readonly byte[] _commandMac = new byte[16];
    private readonly byte[] _replyMac = new byte[16];
    private readonly byte[] _panelRandom = new byte[8];
    private FuzzRandom _random;
    private SessionKeys? _keys;
    private int _commandLength;
    private int _length;
    private bool _hasCard;

    /// <summary>26 bits, so that what is delivered can be compared with it.</summary>
    public static byte[] Card { get; } = Hex.Bytes("00011a00bb032180");

    public bool IsInSession { get; private set; }

    public long Told { get; private set; }

    /// <summary>Times that it moved an output.</summary>
    public long Pulses { get; private set; }

    public void Begin(ulong seed)
    {
        _random = new FuzzRandom(~seed);
        _commandLength = 0;
        _hasCard = false;
    }

    public void ShowCard() => _hasCard = true;

    /// <param name="nonsense">In a session it says whatever comes to its mind, sealed as it should be.</param>
    public ReadOnlySpan<byte> Answer(in OsdpFrame command, bool nonsense)
    {
        if (!command.Bytes.SequenceEqual(_command.AsSpan(0, _commandLength)))
        {
            command.Bytes.CopyTo(_command);
            _commandLength = command.Bytes.Length;
            if (command.Sequence == 0)
            {
                IsInSession = false;
            }

            _length = Say(command, nonsense);
        }

        return _reply.AsSpan(0, _length);
    }

    public void Dispose() => _keys?.Dispose();

    private int Say(in OsdpFrame command, bool nonsense)
    {
        var header = new FrameHeader((byte)(command.Address | FrameLayout.ReplyBit), command.Sequence);
        return command.Code switch
        {
            0x76 => Challenged(command, header),
            0x77 when _keys is not null => Proved(command, header),
            _ when command.HasSecurityBlock && !IsInSession => FrameBuilder.Write(_reply, header, 0x41, [6]),
            _ when command.HasSecurityBlock => InSession(command, header, nonsense),
            0x61 => FrameBuilder.Write(_reply, header, 0x45, [0xCA, 0xFE, 1, 1, 2, 4, 3, 2, 1, 1, 16, 3]),
            0x62 => FrameBuilder.Write(_reply, header, 0x46, [1, 1, 8, 2, 1, 2, 4, 4, 1, 8, 1, 0, 13, 0, 1]),
            _ => FrameBuilder.Write(_reply, header, 0x41, [6]),
        };
    }

    private int Challenged(in OsdpFrame command, FrameHeader header)
    {
        command.Data.CopyTo(_panelRandom);
        _keys?.Dispose();
        _keys = SessionKeys.Derive(key, _panelRandom);
        Span<byte> data = stackalloc byte[32];
        Hex.Bytes(Security.SessionVectors.ClientId).CopyTo(data);
        _random.Fill(data.Slice(8, 8));
        Cryptogram.Client(_keys, _panelRandom, data.Slice(8, 8), data[16..]);
        return FrameBuilder.Write(_reply, header, [3, 0x12, 1], 0x76, data);
    }

    private int Proved(in OsdpFrame command, FrameHeader header)
    {
        Cryptogram.InitialMac(_keys!, command.Data, _replyMac);
        IsInSession = true;
        return FrameBuilder.Write(_reply, header, [3, 0x14, 1], 0x78, _replyMac);
    }

    private int InSession(in OsdpFrame command, FrameHeader header, bool nonsense)
    {
        MessageMac.Compute(_keys!, _replyMac, command.Covered, _commandMac);
        if (nonsense && _random.OneIn(3))
        {
            return Nonsense(header);
        }

        switch (command.Code)
        {
            case 0x60 when _hasCard:
                _hasCard = false;
                Told++;
                return Seal(header, 0x50, Card);
            case 0x60:
                return _random.OneIn(16) ? Seal(header, 0x48, [(byte)_random.Below(2), 0]) : Seal(header, 0x40, []);
            case 0x68:
                Pulses++;
                return Seal(header, 0x40, []);
            case 0x62:
                return Seal(header, 0x46, [1, 1, 8, 2, 1, 2, 4, 4, 1, 8, 1, 0, 13, 0, 1]);
            case 0x64:
                return Seal(header, 0x48, [0, 0]);
            case 0x65:
                return Seal(header, 0x49, [0, 0, 0, 0, 0, 0, 0, 0]);
            case 0x66:
                return Seal(header, 0x4A, [0, 0]);
            case 0x67:
                return Seal(header, 0x4B, [0]);
            default:
                return Seal(header, 0x40, []);
        }
    }

    /// <summary>Any code with any data under a right authentication code; now and then also any block or no padding.</summary>
    private int Nonsense(FrameHeader header)
    {
        ReadOnlySpan<byte> codes = [0x40, 0x41, 0x45, 0x46, 0x48, 0x49, 0x4A, 0x4B, 0x50, 0x51, 0x53, 0x54, 0x76, 0x78, 0x79, 0x7A, 0x90];
        var code = _random.OneIn(4) ? _random.Byte() : codes[_random.Below(codes.Length)];
        Span<byte> data = stackalloc byte[64];
        data = data[.._random.Below(data.Length)];
        _random.Fill(data);
        if (data.Length > 3 && _random.OneIn(2))
        {
            // Shaped like a count or a length that may be true.
            (data[0], data[1], data[2], data[3]) = (0, (byte)_random.Below(data.Length), (byte)(_random.Below(8 * data.Length) & 0xFF), (byte)(_random.OneIn(4) ? 255 : 0));
        }

        if (!_random.OneIn(6))
        {
            return Seal(header, code, data);
        }

        ReadOnlySpan<byte> types = [0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x00];
        var frame = FrameBuilder.Begin(_reply, header, [2, types[_random.Below(types.Length)]], code, data.Length);
        data.CopyTo(frame.Data);
        return Authenticated(frame);
    }

    private int Seal(FrameHeader header, byte code, ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return Authenticated(FrameBuilder.Begin(_reply, header, [2, 0x16], code, 0));
        }

        var frame = FrameBuilder.Begin(_reply, header, [2, 0x18], code, MessageCipher.SealedLength(data.Length));
        MessageCipher.Encrypt(_keys!.Encryption, _commandMac, data, frame.Data);
        return Authenticated(frame);
    }

    private int Authenticated(FrameBuilder frame)
    {
        if (frame.Mac.Length > 0)
        {
            MessageMac.Compute(_keys!, _commandMac, frame.Covered, _replyMac);
            _replyMac.AsSpan(0, 4).CopyTo(frame.Mac);
        }

        return frame.Close();
    }
}
