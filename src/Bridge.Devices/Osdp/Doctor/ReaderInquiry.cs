using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Commands;
using Bridge.Devices.Osdp.Messages.Replies;
using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>
/// Asks an address who it is: ID, CAP, and the first step of a handshake with the default key. Nothing of that changes a reader: the handshake is not
/// finished, so there is no session, and the ID after it makes the reader forget it. It is never polled either, which would take a card read from it.
/// </summary>
internal sealed class ReaderInquiry(DoctorPort port, RandomFill fill)
{
    /// <summary>Two devices at one address give themselves away by differing; one answer shows nothing.</summary>
    private const int Identifications = 4;

    /// <summary>Who has said nothing at all so often is not there.</summary>
    private const int SilencesThatSuffice = 2;

    /// <summary>Null when nobody is there.</summary>
    public FoundReader? Ask(int? baud, byte address)
    {
        var identities = new HashSet<ReaderIdentity>();
        var answers = 0;
        var damaged = 0;
        var second = 0;
        var silences = 0;
        for (var round = 0; round < Identifications && silences < SilencesThatSuffice; round++)
        {
            var heard = port.Ask(address, default(IdCommand), port.FullWindow);
            silences += heard.IsSilence ? 1 : 0;
            answers += heard.IsAnswer ? 1 : 0;
            damaged += !heard.IsAnswer && heard.Reading.HasOwnHeader ? 1 : 0;
            second += heard.Reading.SecondReplies;
            if (Data(heard, OsdpReplyCode.PdId) is { } data && ReaderIdentity.Read(data) is { } identity)
            {
                identities.Add(identity);
            }
        }

        if (answers == 0)
        {
            // The beginning of a reply, again and again, and never its end: two that speak at once.
            return damaged >= Identifications / 2 ? new FoundReader(baud, address) { IsClash = true } : null;
        }

        return new FoundReader(baud, address)
        {
            Identity = identities.FirstOrDefault(),
            IsClash = identities.Count > 1 || second > 0,
            Capabilities = Capabilities(address),
            Secure = Offer(address),
        };
    }

    private IReadOnlyList<string> Capabilities(byte address) =>
        Data(port.Ask(address, default(CapCommand), port.FullWindow), OsdpReplyCode.PdCap) is { } data
        && PdCapReply.Read(data, out var reply) == ReplyRefusal.None ? CapabilityWords.Of(reply) : [];

    private SecureOffer Offer(byte address)
    {
        using var key = ReaderKey.Default();
        using var handshake = Handshake.Begin(key, KeySelector.Default, fill);
        var frame = new byte[FrameLayout.LongestFrame + 1];
        var length = handshake.WriteChallenge(frame, new FrameHeader(address, Sequence: 0, LeadingMark: true));
        var heard = port.Ask(frame.AsSpan(0, length), port.FullWindow);
        var offer = Judge(heard, handshake);
        port.Ask(address, default(IdCommand), port.FullWindow);
        return offer;
    }

    private static SecureOffer Judge(HeardReply heard, Handshake handshake)
    {
        if (heard.Reading.Reply is not { } bytes || OsdpFrame.Read(bytes, out var reply) != FrameFault.None)
        {
            return heard.IsSilence ? SecureOffer.Silent : SecureOffer.Unclear;
        }

        if (reply.Code == (byte)OsdpReplyCode.Nak)
        {
            return NakReply.Read(reply.Data, out var nak) != ReplyRefusal.None ? SecureOffer.Unclear
                : nak.Code == NakCode.UnknownCommand ? SecureOffer.None
                : nak.Code is NakCode.SecurityBlockRefused or NakCode.SecureChannelRequired ? SecureOffer.OwnKeyOnly
                : SecureOffer.Unclear;
        }

        return handshake.ReadClientCryptogram(reply) switch
        {
            HandshakeFailure.None => SecureOffer.DefaultKey,
            HandshakeFailure.WrongSelector or HandshakeFailure.WrongCryptogram => SecureOffer.OwnKeyOnly,
            _ => SecureOffer.Unclear,
        };
    }

    private static byte[]? Data(HeardReply heard, OsdpReplyCode due) =>
        heard.Reading.Reply is { } bytes && OsdpFrame.Read(bytes, out var frame) == FrameFault.None && frame.Code == (byte)due ? frame.Data.ToArray() : null;
}
