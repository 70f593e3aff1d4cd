using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge osdp: OSDP readers and their lines.</summary>
internal static class OsdpVerb
{
    public static Command Create() => new("osdp", "Look after OSDP readers and their lines.")
    {
        OsdpEnrolVerb.Create(),
        OsdpScanVerb.Create(),
        OsdpWatchVerb.Create(),
        OsdpQualityVerb.Create(),
        OsdpCaptureVerb.Create(),
    };
}
