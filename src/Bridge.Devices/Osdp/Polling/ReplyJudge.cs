using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;
using Phase = Bridge.Devices.Osdp.Polling.PeripheralPhase;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// What a received frame is to the command that is out. Believed data are decrypted into <see cref="Data"/>; everything else is left unread. The reply to
/// a command that brought a card is kept, to know its repeats by.
/// </summary>
internal sealed class ReplyJudge(PeripheralPlan plan, PeripheralChannel channel)
{
    private readonly byte[] _data = new byte[FrameLayout.LongestFrame];
    private readonly byte[] _kept = new byte[FrameLayout.LongestFrame];
    private int _length;
    private int _keptLength;

    /// <summary>Of the latest reply that was judged to be one to the command.</summary>
    public OsdpReplyCode Code { get; private set; }

    public ReadOnlySpan<byte> Data => _data.AsSpan(0, _length);

    /// <summary>Of the latest refusal; null when the reply was something else.</summary>
    public NakCode? Nak { get; private set; }

    public HandshakeFailure HandshakeFailure { get; private set; }

    /// <summary>Why the latest frame is not to be trusted, in words.</summary>
    public string Distrust { get; private set; } = "";

    public void Keep(in OsdpFrame frame)
    {
        frame.Bytes.CopyTo(_kept);
        _keptLength = frame.Bytes.Length;
    }

    public void Clear()
    {
        _data.AsSpan().Clear();
        _kept.AsSpan().Clear();
        (_length, _keptLength) = (0, 0);
    }

    public Kind Judge(in OsdpFrame frame, in PeripheralState state, OsdpCommandCode sent)
    {
        (_length, Nak) = (0, null);
        if (!frame.IsReply)
        {
            return Kind.Echo;
        }

        if (frame.Address != plan.Address)
        {
            return Kind.Stranger;
        }

        return state.AwaitsReceipt ? JudgeRepeat(frame, state, sent)
            : channel.IsUp ? JudgeSecured(frame, state, sent)
            : JudgeClear(frame, state, sent);
    }

    /// <summary>
    /// While a read is being stored: the reader has nothing to say but the same bytes again. They need no second check, and the chain of authentication
    /// codes stands where the first copy left it.
    /// </summary>
    private Kind JudgeRepeat(in OsdpFrame frame, in PeripheralState state, OsdpCommandCode sent)
    {
        if (frame.Bytes.SequenceEqual(_kept.AsSpan(0, _keptLength)))
        {
            return Kind.ReportRepeated;
        }

        if (frame.HasSecurityBlock)
        {
            return frame.Sequence == state.Sequence ? Distrusted("another reply in place of the repeated one") : Kind.OldSequence;
        }

        var kind = JudgeClear(frame, state, sent);
        if (!plan.IsSecure)
        {
            // A reader that keeps no copy: it is alive, and what it says instead is heard.
            return kind is Kind.Answered or Kind.StatusInstead or Kind.RefusedCommand ? Kind.ReportRepeated : kind;
        }

        return kind is Kind.Busy or Kind.RefusedCheck or Kind.RefusedSequence or Kind.RefusedBlock or Kind.RefusedUnsecured or Kind.SequenceZero or Kind.OldSequence
            ? kind
            : Distrusted("a clear reply");
    }

    private Kind JudgeSecured(in OsdpFrame frame, in PeripheralState state, OsdpCommandCode sent)
    {
        var outcome = channel.Open(frame, _data, out _length);
        return outcome switch
        {
            OpenOutcome.Accepted => Believed((OsdpReplyCode)frame.Code, sent),
            OpenOutcome.NotExpected => frame.Sequence == 0 && state.Sequence != 0 ? Kind.SequenceZero : Kind.OldSequence,
            OpenOutcome.Busy => Kind.Busy,
            OpenOutcome.CheckRefused => Refused(NakCode.BadCheck, isClear: true),
            OpenOutcome.SessionLost => Refused(NakCode.SecureChannelRequired, isClear: true),
            OpenOutcome.ResetAsked => Kind.SequenceZero,
            OpenOutcome.ClearReply => JudgeClearReply(frame),
            OpenOutcome.WrongBlock => Distrusted("a security block that does not belong there"),
            OpenOutcome.ClearData => Distrusted("data that are not encrypted"),
            OpenOutcome.WrongMac => Distrusted("a wrong authentication code"),
            OpenOutcome.WrongPadding => Distrusted("wrong padding"),
        };
    }

    /// <summary>A reader that has just started refuses our frame in clear: that is no forgery, only the end of the session.</summary>
    private Kind JudgeClearReply(in OsdpFrame frame) =>
        frame.Code == (byte)OsdpReplyCode.Nak && frame.Data is [(byte)NakCode.UnexpectedSequence or (byte)NakCode.SecurityBlockRefused, ..]
            ? Refused((NakCode)frame.Data[0], isClear: true)
            : Distrusted("a clear reply");

    private Kind JudgeClear(in OsdpFrame frame, in PeripheralState state, OsdpCommandCode sent)
    {
        if (frame is { HasSecurityBlock: false, Code: (byte)OsdpReplyCode.Busy })
        {
            return Kind.Busy;
        }

        if (frame.Sequence != state.Sequence)
        {
            return frame.Sequence == 0 ? Kind.SequenceZero : Kind.OldSequence;
        }

        if (frame is { HasSecurityBlock: false, Code: (byte)OsdpReplyCode.Nak })
        {
            return Refused(frame.Data.IsEmpty ? NakCode.None : (NakCode)frame.Data[0], isClear: true);
        }

        if (state.Phase is Phase.Challenge or Phase.Held or Phase.Cryptogram)
        {
            return JudgeHandshake(frame, state.Phase);
        }

        if (frame.HasSecurityBlock)
        {
            return Kind.OldSequence;
        }

        frame.Data.CopyTo(_data);
        _length = frame.Data.Length;
        return Believed((OsdpReplyCode)frame.Code, sent);
    }

    private Kind JudgeHandshake(in OsdpFrame frame, Phase phase)
    {
        HandshakeFailure = phase == Phase.Cryptogram ? channel.ReadInitialMac(frame) : channel.ReadClientCryptogram(frame);
        Distrust = $"the handshake failed: {HandshakeFailure}";
        return HandshakeFailure == HandshakeFailure.None ? Kind.Answered : Kind.HandshakeFailed;
    }

    private Kind Believed(OsdpReplyCode code, OsdpCommandCode sent)
    {
        Code = code;
        return code switch
        {
            OsdpReplyCode.Nak => Refused(_length == 0 ? NakCode.None : (NakCode)_data[0]),
            OsdpReplyCode.Raw or OsdpReplyCode.Keypad or OsdpReplyCode.Fmt => Kind.CredentialReported,
            _ when Answers(code, sent) => Kind.Answered,
            OsdpReplyCode.LstatR or OsdpReplyCode.IstatR or OsdpReplyCode.OstatR or OsdpReplyCode.RstatR => Kind.StatusInstead,
            _ => Kind.RefusedCommand,
        };
    }

    /// <summary>The answer to POLL is whatever the reader has to say.</summary>
    private static bool Answers(OsdpReplyCode code, OsdpCommandCode sent) => sent switch
    {
        OsdpCommandCode.Poll => true,
        OsdpCommandCode.Id => code is OsdpReplyCode.PdId,
        OsdpCommandCode.Cap => code is OsdpReplyCode.PdCap,
        OsdpCommandCode.Lstat => code is OsdpReplyCode.LstatR,
        OsdpCommandCode.Istat => code is OsdpReplyCode.IstatR,
        OsdpCommandCode.Ostat => code is OsdpReplyCode.OstatR,
        OsdpCommandCode.Rstat => code is OsdpReplyCode.RstatR,
        OsdpCommandCode.Comset => code is OsdpReplyCode.Com,
        OsdpCommandCode.Mfg => code is OsdpReplyCode.Ack or OsdpReplyCode.MfgRep,
        OsdpCommandCode.Out => code is OsdpReplyCode.Ack or OsdpReplyCode.OstatR,
        _ => code is OsdpReplyCode.Ack,
    };

    private Kind Refused(NakCode code, bool isClear = false)
    {
        Nak = code;
        return code switch
        {
            // In a session it cannot be: our frame was sound enough to be answered with an authentication code.
            NakCode.BadCheck => channel.IsUp && !isClear ? Kind.RefusedCommand : Kind.RefusedCheck,
            NakCode.UnexpectedSequence => Kind.RefusedSequence,
            NakCode.SecurityBlockRefused => Kind.RefusedBlock,
            NakCode.SecureChannelRequired => isClear ? Kind.RefusedUnsecured : Kind.RefusedConditions,
            _ => Kind.RefusedCommand,
        };
    }

    private Kind Distrusted(string reason)
    {
        Distrust = reason;
        return Kind.Untrusted;
    }
}
