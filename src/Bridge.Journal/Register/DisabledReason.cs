namespace Bridge.Journal.Register;

/// <summary>Why a credential was switched off by hand; the numbers stand in the file.</summary>
public enum DisabledReason
{
    None = 0,
    LockedOut = 1,
    Blocked = 2,
    Lost = 3,
    Stolen = 4,
    Damaged = 5,
    Destroyed = 6,
    Inactivity = 7,
    Expired = 8,
    RenewalNeeded = 9,
}
