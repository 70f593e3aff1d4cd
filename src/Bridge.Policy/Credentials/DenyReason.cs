namespace Bridge.Policy.Credentials;

/// <summary>Why access was refused: exactly one reason a decision. ONVIF's words first, then the product's own.</summary>
public enum DenyReason
{
    /// <summary>Not in the register.</summary>
    CredentialNotFound,

    /// <summary>Disabled by hand: lost, stolen, damaged, blocked ...</summary>
    CredentialNotEnabled,

    /// <summary>Before its start.</summary>
    CredentialNotActive,

    /// <summary>After its end.</summary>
    CredentialExpired,

    /// <summary>The second factor does not belong to the holder of the first.</summary>
    InvalidPin,

    /// <summary>The holder may pass here, but not now.</summary>
    NotPermittedAtThisTime,

    /// <summary>The holder has no right at this door.</summary>
    Unauthorized,

    /// <summary>Too many wrong PINs at this keypad, or after this card.</summary>
    LockedOut,

    /// <summary>The door is blocked or locked down.</summary>
    DoorBlocked,

    /// <summary>Read while the line was down, or too long ago: logged and not obeyed.</summary>
    StaleRead,

    /// <summary>The keypad or reader does not take this kind of credential.</summary>
    WrongCredentialKind,

    /// <summary>The second factor did not come in time.</summary>
    SecondFactorTimeout,

    /// <summary>The door cannot be released: its device is offline.</summary>
    DeviceOffline,

    /// <summary>The reader is not to be trusted: its security failed, or two answer at its address.</summary>
    ReaderNotTrusted,

    /// <summary>The reader's line is in clear, and the site does not let it open this door.</summary>
    ReaderInClear,
}
