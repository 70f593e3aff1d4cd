using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>PDCAP in words. Levels that the standard leaves open are given as numbers.</summary>
internal static class CapabilityWords
{
    public static IReadOnlyList<string> Of(PdCapReply reply)
    {
        var words = new List<string>();
        for (var index = 0; index < reply.Count; index++)
        {
            if (Of(reply[index]) is { } word)
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>Null for what it does not have.</summary>
    public static string? Of(Capability capability) => capability.Function switch
    {
        CapabilityFunction.ContactMonitoring => Counted(capability, "input"),
        CapabilityFunction.OutputControl => Counted(capability, "output"),
        CapabilityFunction.CardFormat => capability.Compliance switch { 0 => null, 1 => "cards as bits", 2 => "cards as digits", _ => "cards as bits or digits" },
        CapabilityFunction.Led => Counted(capability, "LED", capability.Compliance switch { 1 => "on and off", 2 => "timed", 3 => "two colours", 4 => "three colours", _ => "" }),
        CapabilityFunction.Audible => capability.Compliance == 0 ? null : "buzzer",
        CapabilityFunction.Text => capability.Compliance switch { 0 => null, 1 => "display of 1x16", 2 => "display of 2x16", 3 => "display of 4x16", _ => "display" },
        CapabilityFunction.TimeKeeping => null,
        CapabilityFunction.CheckCharacter => capability.Compliance == 0 ? "checksum only, no CRC" : "CRC",
        CapabilityFunction.Security => (capability.Compliance & 1) == 0 ? "says that it has no secure channel" : "secure channel (AES-128)",
        CapabilityFunction.ReceiveBuffer => $"takes frames of {capability.Size} bytes",
        CapabilityFunction.LargestCombinedMessage => capability.Size == 0 ? null : $"messages of {capability.Size} bytes",
        CapabilityFunction.SmartCard => capability.Compliance == 0 ? null : "smart cards",
        CapabilityFunction.Readers => capability.Number == 0 ? null : $"{capability.Number} card reader{(capability.Number == 1 ? "" : "s")}",
        CapabilityFunction.Biometrics => capability.Compliance == 0 ? null : "biometrics",
        CapabilityFunction.SecurePinEntry => capability.Compliance == 0 ? null : "secure PIN entry",
        CapabilityFunction.ProtocolVersion => capability.Compliance switch { 1 => "OSDP of IEC 60839-11-5", 2 => "OSDP 2.2", 0 => null, var version => $"OSDP version {version}" },
        _ => $"function {(byte)capability.Function}: {capability.Compliance}/{capability.Number}",
    };

    private static string? Counted(Capability capability, string what, string how = "") =>
        capability.Compliance == 0 || capability.Number == 0 ? null
        : $"{capability.Number} {what}{(capability.Number == 1 ? "" : "s")}{(how.Length > 0 ? $" ({how})" : "")}";
}
