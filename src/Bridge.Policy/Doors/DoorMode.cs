namespace Bridge.Policy.Doors;

/// <summary>The commanded mode: an intention, never a sensor (ONVIF DoorMode; Accessed is shown while a release runs).</summary>
public enum DoorMode
{
    /// <summary>Locked; momentary access is allowed.</summary>
    Locked,

    /// <summary>Held unlocked; open-too-long and forced-open alarms are masked.</summary>
    Unlocked,

    /// <summary>Momentary access is running; reverts to the mode before.</summary>
    Accessed,

    /// <summary>Locked; momentary access is refused, other mode changes are allowed.</summary>
    Blocked,

    /// <summary>Locked; only LockDownRelease is accepted.</summary>
    LockedDown,

    /// <summary>Held unlocked; only LockOpenRelease is accepted.</summary>
    LockedOpen,
}
