namespace Bridge.Simulation.Oracles;

/// <summary>What comes of one read, in the oracle's words.</summary>
internal enum Outcome
{
    Granted,
    Denied,

    /// <summary>The card is good and the keypad asks for the PIN.</summary>
    PinAsked,

    /// <summary>The same read again, or one that is too old.</summary>
    Ignored,
}
