namespace Bridge.Console.Doors;

/// <summary>The commanded mode (ONVIF DoorMode): an intention, never a sensor.</summary>
public enum CommandedMode
{
    Unknown,
    Locked,
    Unlocked,
    Accessed,
    Blocked,
    LockedDown,
    LockedOpen,
}
