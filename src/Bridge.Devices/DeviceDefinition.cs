using Bridge.Devices.Intercoms;
using Bridge.Devices.Osdp;
using Bridge.Devices.Osdp.Cards;

namespace Bridge.Devices;

/// <summary>One unit on a line.</summary>
/// <param name="Unit">The Modbus unit address, 1 to 247 (0 and 255 where the device wants it on TCP); the OSDP address, 0 to 126.</param>
/// <param name="Profile">The name of a device profile; of no meaning for OSDP, where the reader says itself what it has.</param>
/// <param name="PollInterval">The pace at which its inputs are read.</param>
/// <param name="ResponseTimeout">How long to wait for an answer; null for the line's computed default.</param>
/// <param name="Points">The points that are used, with what the site says about each; only these are polled.</param>
/// <param name="Osdp">What the site says of an OSDP reader's security. Not saying anything is refused: clear is never a default.</param>
public sealed record DeviceDefinition(
    DeviceId Device,
    byte Unit,
    string Profile,
    TimeSpan PollInterval,
    TimeSpan? ResponseTimeout,
    IReadOnlyList<PointDefinition> Points,
    OsdpSecurity? Osdp = null)
{
    /// <summary>How keys become a PIN at an OSDP reader with a keypad.</summary>
    public KeypadRules Keypad { get; init; } = KeypadRules.Standard;

    /// <summary>The card formats that an OSDP reader knows, by name; see <see cref="Osdp.Cards.CardFormats"/>.</summary>
    public IReadOnlyList<string> CardFormats { get; init; } = Devices.Osdp.Cards.CardFormats.StandardNames;

    /// <summary>The intercoms whose contacts hang on its inputs.</summary>
    public IReadOnlyList<ContactIntercomDefinition> Intercoms { get; init; } = [];
}
