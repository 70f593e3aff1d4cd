using System.Buffers.Binary;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>
/// Takes the secrets out of a frame and keeps its length. Only what is known to be harmless stays: cards, PINs, keys, texts, files and whatever a maker or
/// a later standard invents become zeros. So do the random numbers and cryptograms of a handshake, and all enciphered data: a session that began with the
/// default key could be read by anybody otherwise, the new key that is set in it too.
/// </summary>
internal static class FrameBlanking
{
    /// <summary>cUID: eight bytes by which a reader names itself. No secret.</summary>
    private const int ClientIdLength = 8;

    /// <summary>Reader number, format, count of bits.</summary>
    private const int CardHead = 4;

    private const int VendorHead = 3;

    private const int EveryByte = int.MaxValue;

    /// <summary>The frame without its secrets; whether anything was taken.</summary>
    public static (byte[] Bytes, bool IsBlanked) Blank(in OsdpFrame frame)
    {
        var bytes = frame.Bytes.ToArray();
        var data = bytes.AsSpan(FrameLayout.HeaderLength + frame.SecurityBlock.Length + 1, frame.Data.Length);
        var mac = bytes.AsSpan(FrameLayout.HeaderLength + frame.SecurityBlock.Length + 1 + frame.Data.Length, frame.Mac.Length);
        var secret = data[Math.Min(data.Length, Kept(frame))..];
        var isBlanked = !secret.IsEmpty || !mac.IsEmpty;
        secret.Clear();
        mac.Clear();
        Check(bytes, frame.UsesCrc);
        return (bytes, isBlanked);
    }

    /// <summary>How many bytes of its data are no secret.</summary>
    private static int Kept(in OsdpFrame frame) =>
        !frame.Mac.IsEmpty ? 0
        : frame.IsReply ? Kept((OsdpReplyCode)frame.Code)
        : Kept((OsdpCommandCode)frame.Code);

    private static int Kept(OsdpCommandCode code) => code switch
    {
        OsdpCommandCode.Poll or OsdpCommandCode.Id or OsdpCommandCode.Cap or OsdpCommandCode.Lstat or OsdpCommandCode.Istat or OsdpCommandCode.Ostat
            or OsdpCommandCode.Rstat or OsdpCommandCode.Out or OsdpCommandCode.Led or OsdpCommandCode.Buz or OsdpCommandCode.Comset
            or OsdpCommandCode.AcuRxSize or OsdpCommandCode.Abort or OsdpCommandCode.KeepActive => EveryByte,
        OsdpCommandCode.Mfg => VendorHead,
        _ => 0,
    };

    private static int Kept(OsdpReplyCode code) => code switch
    {
        OsdpReplyCode.Ack or OsdpReplyCode.Nak or OsdpReplyCode.PdId or OsdpReplyCode.PdCap or OsdpReplyCode.LstatR or OsdpReplyCode.IstatR
            or OsdpReplyCode.OstatR or OsdpReplyCode.RstatR or OsdpReplyCode.Com or OsdpReplyCode.Busy or OsdpReplyCode.FtStat => EveryByte,
        OsdpReplyCode.Raw => CardHead,
        OsdpReplyCode.Ccrypt => ClientIdLength,
        OsdpReplyCode.MfgRep => VendorHead,
        _ => 0,
    };

    private static void Check(Span<byte> bytes, bool usesCrc)
    {
        if (usesCrc)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[^OsdpCrc.Length..], OsdpCrc.Compute(bytes[..^OsdpCrc.Length]));
        }
        else
        {
            bytes[^1] = OsdpChecksum.Compute(bytes[..^OsdpChecksum.Length]);
        }
    }
}
