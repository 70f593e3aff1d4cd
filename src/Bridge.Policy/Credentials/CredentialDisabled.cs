namespace Bridge.Policy.Credentials;

/// <summary>ONVIF credential disable reasons.</summary>
public enum CredentialDisabled
{
    No,
    LockedOut,
    Blocked,
    Lost,
    Stolen,
    Damaged,
    Destroyed,
    Inactivity,
    Expired,
    RenewalNeeded,
}
