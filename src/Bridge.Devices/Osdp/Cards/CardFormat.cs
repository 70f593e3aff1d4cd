namespace Bridge.Devices.Osdp.Cards;

/// <summary>How the bits of a card of one length are laid out: data, so that a site can add its own. At most 64 bits.</summary>
/// <param name="Facility">Null where the format has none.</param>
/// <param name="Parities">Empty where the format has none.</param>
internal sealed record CardFormat(string Name, int BitCount, BitField? Facility, BitField Number, IReadOnlyList<ParityRule> Parities);
