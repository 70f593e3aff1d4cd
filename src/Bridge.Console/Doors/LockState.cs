namespace Bridge.Console.Doors;

/// <summary>What the lock sensor says (ONVIF LockPhysicalState). A lock without a sensor is not a locked lock.</summary>
public enum LockState
{
    NotMonitored,
    Unknown,
    Locked,
    Unlocked,
    Fault,
}
