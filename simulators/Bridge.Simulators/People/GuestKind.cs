namespace Bridge.Simulators.People;

/// <summary>As what somebody without a card comes to the visitors' entrance.</summary>
public enum GuestKind
{
    /// <summary>The gate has told of him.</summary>
    AnnouncedVisitor,
    Visitor,

    /// <summary>Says that he lives here.</summary>
    SelfDeclaredResident,
    PassHolder,
    GovernmentOfficer,
}
