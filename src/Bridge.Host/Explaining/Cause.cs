namespace Bridge.Host.Explaining;

/// <summary>By what a door opened, or why it did not.</summary>
public enum Cause
{
    Credential,
    Evidence,

    /// <summary>A credential was refused.</summary>
    Denied,

    /// <summary>A case ended without an opening.</summary>
    Refused,

    /// <summary>Granted, and the device did not release.</summary>
    Failed,

    /// <summary>The case goes on.</summary>
    Waiting,

    /// <summary>Neither granted nor refused, or granted without an outcome.</summary>
    Undecided,
    Mode,
    ModeRefused,
    Fire,
    Exit,
    Forced,

    /// <summary>The door moved, and nothing in the journal is the reason.</summary>
    NotKnown,
    Nothing,
}
