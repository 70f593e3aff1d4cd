namespace Bridge.Policy.Admission;

/// <summary>A visitor as the gate post announces him.</summary>
/// <param name="Visitor">The sealed name; null only where the gate gave none.</param>
/// <param name="ClearedByControlRoom">The gate says that the control room cleared it; needed for a special household.</param>
/// <param name="OverRadio">Heard on the radio and typed in by the assistant, with the gate officer's name in the sealed row.</param>
public sealed record AnnouncementFacts(
    AnnouncementId Announcement, HouseholdFacts Household, int HeadCount, SealedPerson? Visitor, bool ClearedByControlRoom, bool OverRadio);
