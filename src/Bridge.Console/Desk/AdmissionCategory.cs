namespace Bridge.Console.Desk;

/// <summary>Who wants to come in, in the order of the procedure's items.</summary>
public enum AdmissionCategory
{
    Undecided,
    ForgottenCard,
    SelfDeclaredResident,
    ListedLeader,
    Employee,
    AnnouncedVisitor,
    Visitor,
    GovernmentOfficer,
    Tour,
    PassHolder,
    Emergency,
}
