namespace Bridge.Devices.Osdp.Cards;

/// <summary>What a key led to.</summary>
internal enum KeypadOutcome
{
    /// <summary>Nothing yet.</summary>
    Collecting,
    Cleared,

    /// <summary>A PIN was entered: take it.</summary>
    Entered,

    /// <summary>More digits than a PIN may have were entered. Never shortened to one that fits.</summary>
    TooLong,
}
