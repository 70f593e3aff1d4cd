namespace Bridge.Devices.Osdp.Security;

/// <summary>Why a key is refused.</summary>
internal enum KeyWeakness
{
    None,
    WrongLength,
    AllZero,

    /// <summary>One byte 16 times.</summary>
    OneByte,

    /// <summary>The key printed in the standard.</summary>
    DefaultKey,

    /// <summary>Each byte differs from the one before it by the same step, up or down.</summary>
    Counting,

    /// <summary>A pattern of at most 8 bytes, again and again.</summary>
    ShortPattern,
}
