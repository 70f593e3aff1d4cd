namespace Bridge.Devices.Osdp.Cards;

/// <summary>What kind of key was pressed.</summary>
internal enum KeypadKey
{
    Digit,
    Star,
    Hash,

    /// <summary>A function key: no standard meaning.</summary>
    Other,
}
