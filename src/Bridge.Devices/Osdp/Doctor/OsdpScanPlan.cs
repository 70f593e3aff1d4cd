using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>Where to look for readers.</summary>
/// <param name="Links">A serial port once for each speed, the likely ones first; or one network connection.</param>
/// <param name="Addresses">0 to 126.</param>
/// <param name="Wait">
/// How long to wait for the first byte at each address. Readers may take 200 ms and most take 3: a late answer is heard while the next addresses are
/// asked, and then everything around it is asked again with patience.
/// </param>
public sealed record OsdpScanPlan(IReadOnlyList<LinkDefinition> Links, IReadOnlyList<byte> Addresses, TimeSpan Wait)
{
    private const int QuestionLength = 10;

    public int Total => Links.Count * Addresses.Count;

    /// <summary>How long the whole takes when nobody answers.</summary>
    public TimeSpan Estimate => Links.Aggregate(TimeSpan.Zero, (sum, link) => sum + (Addresses.Count * (Wait + (WireTiming.For(link).Character * QuestionLength))));
}
