namespace Bridge.Devices.Osdp.Messages;

/// <summary>What a reply is by its code alone.</summary>
internal static class ReplyCodes
{
    /// <summary>A code of the standard, whether or not we read its data.</summary>
    public static bool IsKnown(byte code) => Enum.IsDefined((OsdpReplyCode)code);

    /// <summary>Something the reader tells of itself, as a rule in answer to POLL. Some readers send it in answer to other commands too.</summary>
    public static bool IsReport(byte code) => (OsdpReplyCode)code is OsdpReplyCode.Raw or OsdpReplyCode.Fmt or OsdpReplyCode.Keypad
        or OsdpReplyCode.LstatR or OsdpReplyCode.IstatR or OsdpReplyCode.OstatR or OsdpReplyCode.RstatR or OsdpReplyCode.MfgRep or OsdpReplyCode.Xrd;

    /// <summary>A card or keys: what must reach the engine before the reader may forget it.</summary>
    public static bool IsCredential(byte code) => (OsdpReplyCode)code is OsdpReplyCode.Raw or OsdpReplyCode.Fmt or OsdpReplyCode.Keypad;
}
