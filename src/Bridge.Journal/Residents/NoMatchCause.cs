namespace Bridge.Journal.Residents;

/// <summary>Why a name did not match; nothing for the desk.</summary>
public enum NoMatchCause
{
    NoSuchHousehold,
    NoSuchName,
    MovedOut,
    NotMovedIn,
    Barred,

    /// <summary>A child who may not be let in on his own word.</summary>
    Minor,

    /// <summary>The second fact did not tell one of two members.</summary>
    SecondFact,
}
