using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Tests.Osdp.Messages;

/// <summary>A reply's data in words, or the refusal, so that a table can say what is expected.</summary>
internal static class ReplyText
{
    public static string Of(byte code, ReadOnlySpan<byte> data) => (OsdpReplyCode)code switch
    {
        OsdpReplyCode.Nak => NakReply.Read(data, out var nak) is var no and not 0 ? $"{no}" : $"{nak.Code} {Hex.Text(nak.Extra)}",
        OsdpReplyCode.PdId => PdIdReply.Read(data, longerAccepted: false, out var id) is var no and not 0
            ? $"{no}"
            : $"{id.Vendor} model {id.Model} version {id.ModelVersion} serial {id.Serial:x8} firmware {id.Firmware}",
        OsdpReplyCode.LstatR => LstatReply.Read(data, out var local) is var no and not 0 ? $"{no}" : $"tamper {local.IsTampered} power {local.HasPowerFault}",
        OsdpReplyCode.Raw => RawReply.Read(data, out var raw) is var no and not 0
            ? $"{no}"
            : $"reader {raw.Reader} {raw.Format} {raw.BitCount} {Hex.Text(raw.Bits)}",
        OsdpReplyCode.Keypad => KeypadReply.Read(data, out var keys) is var no and not 0 ? $"{no}" : $"reader {keys.Reader} {Hex.Text(keys.Keys)}",
        OsdpReplyCode.Fmt => FmtReply.Read(data, out var fmt) is var no and not 0
            ? $"{no}"
            : $"reader {fmt.Reader} {fmt.IsBackward} {Hex.Text(fmt.Characters)}",
        OsdpReplyCode.Com => ComReply.Read(data, out var com) is var no and not 0 ? $"{no}" : $"{com.Address} {com.BitsPerSecond}",
        OsdpReplyCode.MfgRep => MfgRepReply.Read(data, out var mfg) is var no and not 0 ? $"{no}" : $"{mfg.Vendor} {Hex.Text(mfg.Data)}",
        _ => OfList(code, data),
    };

    private static string OfList(byte code, ReadOnlySpan<byte> data)
    {
        var words = new List<string>();
        var refusal = ReplyRefusal.None;
        switch ((OsdpReplyCode)code)
        {
            case OsdpReplyCode.PdCap:
                refusal = PdCapReply.Read(data, out var capabilities);
                Enumerate(words, capabilities.Count, capabilities);
                break;
            case OsdpReplyCode.IstatR:
                refusal = IstatReply.Read(data, out var inputs);
                Enumerate(words, inputs);
                break;
            case OsdpReplyCode.OstatR:
                refusal = OstatReply.Read(data, out var outputs);
                for (var index = 0; index < outputs.Count; index++)
                {
                    words.Add(outputs[index] ? "on" : "off");
                }

                break;
            case OsdpReplyCode.RstatR:
                refusal = RstatReply.Read(data, out var heads);
                for (var index = 0; index < heads.Count; index++)
                {
                    words.Add($"{heads[index]}");
                }

                break;
            default:
                return ReplyCodes.IsKnown(code) ? "known" : "unknown";
        }

        return refusal == ReplyRefusal.None ? string.Join(' ', words) : $"{refusal}";
    }

    private static void Enumerate(List<string> words, int count, PdCapReply capabilities)
    {
        for (var index = 0; index < count; index++)
        {
            var entry = capabilities[index];
            words.Add($"{entry.Function}={entry.Compliance}/{entry.Number}");
        }
    }

    private static void Enumerate(List<string> words, IstatReply inputs)
    {
        for (var index = 0; index < inputs.Count; index++)
        {
            words.Add($"{inputs[index]}");
        }
    }
}
