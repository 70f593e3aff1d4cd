namespace Bridge.Policy.Doors;

/// <summary>What the door contact says. A door without a contact is <see cref="NotMonitored"/>, which is not Closed.</summary>
public enum DoorPhysicalState
{
    NotMonitored,
    Unknown,
    Closed,
    Open,
    Fault,
}
