namespace Bridge.Policy;

/// <summary>What a reader shows; ONVIF feedback types. A profile maps them to LEDs and sounds.</summary>
public enum Feedback
{
    Idle,
    AccessGranted,
    AccessDenied,
    RequirePin,
    Processing,
    DoorOpenTooLong,
    DoorPreAlarmWarning,
    LockedDown,
    Fault,
}
