namespace Bridge.Devices.Osdp.Messages.Replies;

/// <summary>What a reader says about the bits of a card. Other values occur and say nothing.</summary>
internal enum RawFormat : byte
{
    Unspecified = 0,

    /// <summary>Wiegand with its parity bits.</summary>
    WithParity = 1,
}
