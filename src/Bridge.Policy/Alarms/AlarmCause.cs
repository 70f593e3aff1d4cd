namespace Bridge.Policy.Alarms;

/// <summary>What a person has to look at.</summary>
public enum AlarmCause
{
    DoorForcedOpen,
    DoorOpenTooLong,
    Tamper,
    LockFoundReleased,
    DoorFault,
    Fire,
}
