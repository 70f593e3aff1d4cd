namespace Bridge.Simulators.People;

/// <summary>What somebody does at a door.</summary>
public enum ActKind
{
    EnterWithCard,
    EnterWithPin,

    /// <summary>Card, then the right PIN two seconds later.</summary>
    EnterWithCardAndPin,

    /// <summary>Card, then a wrong PIN.</summary>
    CardAndWrongPin,

    /// <summary>Is let in and walks away.</summary>
    ShowCardOnly,

    /// <summary>Goes in and wedges the door open.</summary>
    PropOpen,

    /// <summary>Goes in and keeps the door open for somebody behind.</summary>
    LetSomebodyFollow,

    /// <summary>Leaves by the inside handle.</summary>
    Leave,

    ForceOpen,
    Tamper,
    FireDrill,
}
