using System.Security.Cryptography;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;

namespace Bridge.Devices.Osdp.Security;

/// <summary>
/// One attempt at a secure channel: challenge, the reader's cryptogram, ours, the initial authentication code. For one key; another key is another
/// attempt, and nobody makes it by himself. A repeat after a lost reply sends the frame that was written: the caller keeps it. Whatever is wrong ends
/// the attempt and wipes its keys.
/// </summary>
internal sealed class Handshake : IDisposable
{
    private const int ClientIdLength = 8;
    private readonly KeySelector _selector;
    private readonly byte[] _panelRandom = new byte[SessionKeys.RandomLength];
    private readonly byte[] _clientId = new byte[ClientIdLength];
    private readonly byte[] _serverCryptogram = new byte[Cryptogram.Length];
    private readonly byte[] _initialMac = new byte[MessageMac.Length];
    private SessionKeys? _keys;
    private FrameHeader _sent;

    private Handshake(KeySelector selector) => _selector = selector;

    /// <summary>The reader's 8 bytes about itself (cUID). Opaque; a change means another device. Known after <see cref="ReadClientCryptogram"/>.</summary>
    public ReadOnlySpan<byte> ClientId => _clientId;

    public static Handshake Begin(ReaderKey key, KeySelector selector, RandomFill fill)
    {
        var handshake = new Handshake(selector);
        fill(handshake._panelRandom);
        handshake._keys = SessionKeys.Derive(key.Bytes, handshake._panelRandom);
        return handshake;
    }

    /// <summary>CHLNG; the number of bytes written.</summary>
    public int WriteChallenge(Span<byte> destination, FrameHeader header)
    {
        ObjectDisposedException.ThrowIf(_keys is null, this);
        _sent = header;
        return FrameBuilder.Write(destination, header, SecurityBlocks.Challenge(_selector), (byte)OsdpCommandCode.Chlng, _panelRandom);
    }

    /// <summary>CCRYPT. After <see cref="HandshakeFailure.None"/> send <see cref="WriteServerCryptogram"/> at once: a poll between voids the attempt.</summary>
    public HandshakeFailure ReadClientCryptogram(in OsdpFrame reply)
    {
        ObjectDisposedException.ThrowIf(_keys is null, this);
        return Ended(JudgeClientCryptogram(_keys, reply));
    }

    /// <summary>SCRYPT; the number of bytes written.</summary>
    public int WriteServerCryptogram(Span<byte> destination, FrameHeader header)
    {
        ObjectDisposedException.ThrowIf(_keys is null, this);
        _sent = header;
        return FrameBuilder.Write(destination, header, SecurityBlocks.ServerCryptogram(_selector), (byte)OsdpCommandCode.Scrypt, _serverCryptogram);
    }

    /// <summary>RMAC_I. The session belongs to the caller.</summary>
    public HandshakeFailure ReadInitialMac(in OsdpFrame reply, SessionRules rules, out SecureSession? session)
    {
        ObjectDisposedException.ThrowIf(_keys is null, this);
        session = null;
        var failure = JudgeInitialMac(_keys, reply);
        if (failure == HandshakeFailure.None)
        {
            session = new SecureSession(_keys, _initialMac, rules);
            _keys = null;
        }

        return Ended(failure);
    }

    public void Dispose()
    {
        _keys?.Dispose();
        _keys = null;
        CryptographicOperations.ZeroMemory(_panelRandom);
        CryptographicOperations.ZeroMemory(_serverCryptogram);
        CryptographicOperations.ZeroMemory(_initialMac);
    }

    private HandshakeFailure Ended(HandshakeFailure failure)
    {
        if (failure != HandshakeFailure.None)
        {
            Dispose();
        }

        return failure;
    }

    private HandshakeFailure JudgeClientCryptogram(SessionKeys keys, in OsdpFrame reply)
    {
        var failure = JudgeOrigin(reply, OsdpReplyCode.Ccrypt, SecurityBlocks.ClientCryptogramType);
        if (failure != HandshakeFailure.None)
        {
            return failure;
        }

        if (reply.SecurityBlock[2] != (byte)_selector)
        {
            return HandshakeFailure.WrongSelector;
        }

        var data = reply.Data;
        if (data.Length != ClientIdLength + SessionKeys.RandomLength + Cryptogram.Length)
        {
            return HandshakeFailure.WrongLength;
        }

        var readerRandom = data.Slice(ClientIdLength, SessionKeys.RandomLength);
        Span<byte> expected = stackalloc byte[Cryptogram.Length];
        Cryptogram.Client(keys, _panelRandom, readerRandom, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, data[^Cryptogram.Length..]))
        {
            return HandshakeFailure.WrongCryptogram;
        }

        data[..ClientIdLength].CopyTo(_clientId);
        Cryptogram.Server(keys, _panelRandom, readerRandom, _serverCryptogram);
        Cryptogram.InitialMac(keys, _serverCryptogram, _initialMac);
        return HandshakeFailure.None;
    }

    private HandshakeFailure JudgeInitialMac(SessionKeys keys, in OsdpFrame reply)
    {
        var failure = JudgeOrigin(reply, OsdpReplyCode.RmacI, SecurityBlocks.InitialMacType);
        if (failure != HandshakeFailure.None)
        {
            return failure;
        }

        // Some panels take any status for a yes.
        if (reply.SecurityBlock[2] != SecurityBlocks.Succeeded)
        {
            return HandshakeFailure.PanelRefused;
        }

        if (reply.Data.Length != MessageMac.Length)
        {
            return HandshakeFailure.WrongLength;
        }

        return CryptographicOperations.FixedTimeEquals(_initialMac, reply.Data) ? HandshakeFailure.None : HandshakeFailure.WrongInitialMac;
    }

    private HandshakeFailure JudgeOrigin(in OsdpFrame reply, OsdpReplyCode due, byte blockType)
    {
        if (!_sent.IsFrom(reply))
        {
            return HandshakeFailure.WrongAddress;
        }

        if (!_sent.IsAnsweredBy(reply))
        {
            return HandshakeFailure.WrongSequence;
        }

        if (reply.Code != (byte)due)
        {
            return reply.Code == (byte)OsdpReplyCode.Nak ? HandshakeFailure.Refused : HandshakeFailure.UnexpectedReply;
        }

        return reply.SecurityBlock is [3, _, _] block && block[1] == blockType ? HandshakeFailure.None : HandshakeFailure.WrongBlock;
    }
}
