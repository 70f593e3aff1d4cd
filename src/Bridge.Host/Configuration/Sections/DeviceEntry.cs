using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Devices.Osdp.Cards;
using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration.Sections;

/// <summary>A device while the file is read.</summary>
/// <param name="Points">Null where the file names no profile that is known, so that its points cannot be judged.</param>
/// <param name="Profile">The name of its profile; empty for an OSDP reader.</param>
/// <param name="Osdp">Of an OSDP reader; null where what the key file says of it is refused.</param>
internal sealed record DeviceEntry(
    DeviceId Device,
    string? Line,
    byte Unit,
    IDevicePoints? Points,
    string Profile,
    TimeSpan Poll,
    TimeSpan? ResponseTimeout,
    OsdpSecurity? Osdp,
    SiteNode Node)
{
    /// <summary>Of an OSDP reader.</summary>
    public KeypadRules Keypad { get; init; } = KeypadRules.Standard;

    /// <summary>The same.</summary>
    public IReadOnlyList<string> CardFormats { get; init; } = Devices.Osdp.Cards.CardFormats.StandardNames;
}
