using System.Globalization;
using System.Text;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;
using Reason = Bridge.Devices.Intercoms.IntercomEndReason;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>Understands a line of the intercom: type;panel;unit;call;sequence, then key=value fields, then the check.</summary>
internal static class SerialReader
{
    private static readonly Dictionary<string, Kind> Calls = new()
    {
        ["CALL"] = Kind.Started,
        ["RING"] = Kind.Ringing,
        ["ANSW"] = Kind.Answered,
        ["OPEN"] = Kind.UnlockRequested,
        ["DENY"] = Kind.Denied,
        ["NOAN"] = Kind.NoAnswer,
        ["BUSY"] = Kind.Busy,
        ["HOLD"] = Kind.Held,
        ["RESU"] = Kind.Resumed,
        ["XFER"] = Kind.Transferred,
        ["END"] = Kind.Ended,
        ["KEY"] = Kind.KeyPressed,
        ["CARD"] = Kind.KeyPressed,
    };

    private static readonly Dictionary<string, IntercomCondition?> Conditions = new()
    {
        ["TAMP"] = IntercomCondition.Tamper,
        ["FAUL"] = IntercomCondition.Fault,
        ["OK"] = null,
    };

    private static readonly Dictionary<string, Reason> Reasons = new()
    {
        ["normal"] = Reason.Normal,
        ["far"] = Reason.Far,
        ["cancelled"] = Reason.Cancelled,
        ["noAnswer"] = Reason.NoAnswer,
        ["denied"] = Reason.Denied,
        ["fault"] = Reason.Fault,
        ["restart"] = Reason.Restart,
    };

    /// <param name="line">Without its end of line.</param>
    public static SerialMessage Read(ReadOnlySpan<byte> line)
    {
        if (!SerialCheck.TryOpen(line, out var text))
        {
            return new SerialMessage.Nonsense("its check does not hold") { IsBroken = true };
        }

        if (text.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return new SerialMessage.Nonsense("it has characters that are none");
        }

        var fields = Encoding.ASCII.GetString(text).Split(';');
        return fields[0] switch
        {
            "HB" => new SerialMessage.HeartBeat(Number(Value(fields, "boot"))),
            "DONE" or "FAIL" => Answer(fields),
            _ => Event(fields),
        };
    }

    private static SerialMessage Answer(string[] fields) =>
        fields.Length < 2 || Number(fields[1]) is not { } request
            ? new SerialMessage.Nonsense("an answer without the number of its request")
            : new SerialMessage.Answer(request, fields[0] == "DONE" ? null : fields.Length > 2 && fields[2].Length > 0 ? fields[2] : "it gave no reason");

    private static SerialMessage Event(string[] fields)
    {
        if (fields.Length < 5)
        {
            return new SerialMessage.Nonsense("it has fewer than five fields");
        }

        if (Number(fields[4]) is not { } sequence || sequence == 0)
        {
            return new SerialMessage.Nonsense("its sequence number is none");
        }

        var (type, panel, unit, call) = (fields[0], fields[1], fields[2], fields[3]);
        if (!SerialName.IsName(panel) || (unit.Length > 0 && !SerialName.IsName(unit)) || (call.Length > 0 && !SerialName.IsName(call)))
        {
            return new SerialMessage.Nonsense("a panel, unit or call is no name");
        }

        if (Conditions.TryGetValue(type, out var condition))
        {
            return new SerialMessage.Health(panel, sequence, condition);
        }

        if (!Calls.TryGetValue(type, out var kind))
        {
            return new SerialMessage.Nonsense("its type is not known");
        }

        if (call.Length == 0 && kind is not (Kind.UnlockRequested or Kind.KeyPressed))
        {
            return new SerialMessage.Nonsense("it names no call");
        }

        var reason = kind == Kind.Ended && Value(fields, "reason") is { } word && Reasons.TryGetValue(word, out var known) ? known : (Reason?)null;
        return new SerialMessage.Call(new IntercomSign(panel, unit.Length > 0 ? unit : null, call, sequence, kind) { Reason = reason });
    }

    private static string? Value(string[] fields, string key) =>
        fields.FirstOrDefault(field => field.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];

    private static uint? Number(string? text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
