namespace Bridge.Devices.Osdp.Cards;

/// <summary>What a site lets * or # do.</summary>
internal enum KeyMeaning
{
    Ignore,

    /// <summary>Forgets the digits so far.</summary>
    Clear,

    /// <summary>The PIN is complete.</summary>
    Enter,
}
