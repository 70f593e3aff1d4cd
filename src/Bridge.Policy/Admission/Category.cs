namespace Bridge.Policy.Admission;

/// <summary>Who wants to come in. One row of the evidence matrix each, or two where the way forks.</summary>
public enum Category
{
    /// <summary>A call from the door station or a refused card opened the case; nobody has said yet who it is.</summary>
    Undecided,

    /// <summary>Item 1-2: a resident the assistant knows, without card or code.</summary>
    ForgottenCard,

    /// <summary>Item 2: somebody nobody knows who says that he lives here.</summary>
    SelfDeclaredResident,

    /// <summary>Item 3.</summary>
    ListedLeader,

    /// <summary>Item 4.</summary>
    Employee,

    /// <summary>Item 5-1: announced and confirmed by the gate post.</summary>
    AnnouncedVisitor,

    /// <summary>Item 5-2: not announced; of a special household when the household says so.</summary>
    Visitor,

    /// <summary>Item 5', the second 5.</summary>
    GovernmentOfficer,

    /// <summary>Item 7.</summary>
    Tour,

    /// <summary>Item 8: check, record, release, in this order.</summary>
    PassHolder,

    /// <summary>Police, fire brigade, ambulance: never delayed by a permission.</summary>
    Emergency,
}
