namespace Bridge.Devices.Osdp.Cards;

/// <summary>What a site lets * or # do.</summary>
public enum KeyMeaning
{
    /// <summary>Nothing.</summary>
    Ignore,

    /// <summary>Forgets the digits so far.</summary>
    Clear,

    /// <summary>The PIN is complete.</summary>
    Enter,
}
