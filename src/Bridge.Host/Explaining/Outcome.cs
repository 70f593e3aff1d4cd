namespace Bridge.Host.Explaining;

/// <summary>What became of the door.</summary>
public enum Outcome
{
    /// <summary>It was seen open.</summary>
    Opened,

    /// <summary>The lock was released, and the contact saw that nobody opened.</summary>
    NotEntered,

    /// <summary>The lock was released; nothing says whether anybody opened.</summary>
    Released,

    /// <summary>The lock stands released by a mode or a fire.</summary>
    Held,
    NotOpened,

    /// <summary>The device did not say, and no sensor did.</summary>
    Unknown,

    /// <summary>The journal holds no end of it.</summary>
    Pending,

    /// <summary>No door opens or stays closed by it.</summary>
    Nothing,
}
