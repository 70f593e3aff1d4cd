namespace Bridge.Policy.Doors;

/// <summary>What the lock sensor says. A lock without a sensor is <see cref="NotMonitored"/>, which is not Locked.</summary>
public enum LockPhysicalState
{
    NotMonitored,
    Unknown,
    Locked,
    Unlocked,
    Fault,
}
