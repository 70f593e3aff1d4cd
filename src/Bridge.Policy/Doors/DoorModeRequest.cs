namespace Bridge.Policy.Doors;

/// <summary>ONVIF door operations that change the commanded mode.</summary>
public enum DoorModeRequest
{
    Lock,
    Unlock,
    Block,
    LockDown,
    LockDownRelease,
    LockOpen,
    LockOpenRelease,
}
