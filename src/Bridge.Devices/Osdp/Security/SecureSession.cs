using System.Security.Cryptography;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;

namespace Bridge.Devices.Osdp.Security;

/// <summary>
/// A secure channel that is up: seals commands and opens their replies, in turn. Each authentication code goes into the next one, so nothing can be
/// replayed, left out or put elsewhere. The chain moves only when a reply is accepted: a repeat is the same bytes, which the caller keeps. One thread.
/// </summary>
internal sealed class SecureSession : IDisposable
{
    private readonly SessionKeys _keys;
    private readonly SessionRules _rules;
    private readonly byte[] _commandMac = new byte[MessageMac.Length];
    private readonly byte[] _replyMac;
    private readonly byte[] _candidate = new byte[MessageMac.Length];
    private FrameHeader _sent;
    private bool _awaitsReply;
    private bool _disposed;

    /// <summary>Owns the keys from here on.</summary>
    public SecureSession(SessionKeys keys, ReadOnlySpan<byte> initialMac, SessionRules rules)
    {
        _keys = keys;
        _rules = rules;
        _replyMac = initialMac.ToArray();
    }

    /// <summary>Exchanged only by the tests that show what a missing comparison would let in.</summary>
    internal MacComparison Comparison { get; init; } = CryptographicOperations.FixedTimeEquals;

    /// <summary>
    /// The number of bytes written. Once for each command: sealing another one before the reply is accepted would use one start value for two texts
    /// and lose the reader, so it is refused by exception. The data is not part of the destination.
    /// </summary>
    public int Seal(Span<byte> destination, FrameHeader header, OsdpCommandCode code, ReadOnlySpan<byte> data)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_awaitsReply)
        {
            throw new InvalidOperationException("The command before this one has not been answered: repeat its bytes or end the session.");
        }

        var frame = data.IsEmpty
            ? FrameBuilder.Begin(destination, header, SecurityBlocks.Command, (byte)code, 0)
            : FrameBuilder.Begin(destination, header, SecurityBlocks.CommandWithData, (byte)code, MessageCipher.SealedLength(data.Length));
        if (!data.IsEmpty)
        {
            MessageCipher.Encrypt(_keys.Encryption, _replyMac, data, frame.Data);
        }

        MessageMac.Compute(_keys, _replyMac, frame.Covered, _commandMac);
        _commandMac.AsSpan(0, FrameLayout.MacLength).CopyTo(frame.Mac);
        (_sent, _awaitsReply) = (header, true);
        return frame.Close();
    }

    /// <summary>
    /// Checks a frame and decrypts its data to the front of <paramref name="data"/>, which is at least as long as the frame's data. Nothing is written
    /// there before the authentication code is found right, and nothing is left there unless the outcome is <see cref="OpenOutcome.Accepted"/>.
    /// </summary>
    public OpenOutcome Open(in OsdpFrame reply, Span<byte> data, out int length)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        length = 0;
        if (!_awaitsReply || !_sent.IsFrom(reply))
        {
            return OpenOutcome.NotExpected;
        }

        if (!reply.HasSecurityBlock)
        {
            return JudgeClear(reply);
        }

        if (!_sent.IsAnsweredBy(reply))
        {
            return OpenOutcome.NotExpected;
        }

        var outcome = JudgeBlock(reply);
        if (outcome != OpenOutcome.Accepted)
        {
            return outcome;
        }

        MessageMac.Compute(_keys, _commandMac, reply.Covered, _candidate);
        if (!Comparison(_candidate.AsSpan(0, FrameLayout.MacLength), reply.Mac))
        {
            return OpenOutcome.WrongMac;
        }

        if (!TryReadData(reply, data, out length))
        {
            return OpenOutcome.WrongPadding;
        }

        _candidate.CopyTo(_replyMac, 0);
        _awaitsReply = false;
        return OpenOutcome.Accepted;
    }

    public void Dispose()
    {
        _disposed = true;
        _keys.Dispose();
        CryptographicOperations.ZeroMemory(_commandMac);
        CryptographicOperations.ZeroMemory(_replyMac);
        CryptographicOperations.ZeroMemory(_candidate);
    }

    private OpenOutcome JudgeClear(in OsdpFrame reply)
    {
        if (reply.Code == (byte)OsdpReplyCode.Busy)
        {
            return OpenOutcome.Busy;
        }

        if (!_sent.IsAnsweredBy(reply) && reply.Sequence != 0)
        {
            return OpenOutcome.NotExpected;
        }

        var nak = reply.Code == (byte)OsdpReplyCode.Nak && !reply.Data.IsEmpty ? (NakCode)reply.Data[0] : NakCode.None;
        if (nak == NakCode.SecureChannelRequired)
        {
            return OpenOutcome.SessionLost;
        }

        if (!_sent.IsAnsweredBy(reply))
        {
            return OpenOutcome.ResetAsked;
        }

        return nak == NakCode.BadCheck ? OpenOutcome.CheckRefused : OpenOutcome.ClearReply;
    }

    private OpenOutcome JudgeBlock(in OsdpFrame reply)
    {
        if (reply.SecurityBlock is not [2, var type])
        {
            return OpenOutcome.WrongBlock;
        }

        switch (type)
        {
            case SecurityBlocks.ReplyWithDataType:
            case SecurityBlocks.ReplyType when reply.Data.IsEmpty:
                return OpenOutcome.Accepted;
            case SecurityBlocks.ReplyType:
                return MayBeClear(reply.Code) ? OpenOutcome.Accepted : OpenOutcome.ClearData;

            // The readers that send their status so use the command's type for it.
            case SecurityBlocks.CommandType when !reply.Data.IsEmpty:
                return MayBeClear(reply.Code) ? OpenOutcome.Accepted : OpenOutcome.ClearData;
            default:
                return OpenOutcome.WrongBlock;
        }
    }

    private bool MayBeClear(byte code) => _rules.ClearStatusAccepted && code is >= (byte)OsdpReplyCode.LstatR and <= (byte)OsdpReplyCode.RstatR;

    private bool TryReadData(in OsdpFrame reply, Span<byte> data, out int length)
    {
        if (reply.SecurityBlock[1] == SecurityBlocks.ReplyWithDataType)
        {
            return MessageCipher.TryDecrypt(_keys.Encryption, _commandMac, reply.Data, data, out length);
        }

        reply.Data.CopyTo(data);
        length = reply.Data.Length;
        return true;
    }
}
