namespace Bridge.Console.Supervision;

/// <summary>What a person has to look at.</summary>
public enum AlarmKind
{
    DoorForcedOpen,
    DoorOpenTooLong,
    Tamper,
    LockFoundReleased,
    DoorFault,
    Fire,
}
