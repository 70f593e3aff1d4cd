namespace Bridge.Console.Doors;

/// <summary>ONVIF DoorAlarmState, and the warning before an open-too-long alarm.</summary>
public enum AlarmState
{
    Normal,
    OpenTooLongWarning,
    DoorOpenTooLong,
    DoorForcedOpen,
}
