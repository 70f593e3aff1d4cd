namespace Bridge.Console.Doors;

/// <summary>What the door contact says (ONVIF DoorPhysicalState). A door without a contact is not a closed door.</summary>
public enum ContactState
{
    NotMonitored,
    Unknown,
    Closed,
    Open,
    Fault,
}
