namespace Bridge.Policy.Doors;

/// <summary>ONVIF DoorAlarmState.</summary>
public enum DoorAlarm
{
    Normal,
    DoorForcedOpen,
    DoorOpenTooLong,
}
