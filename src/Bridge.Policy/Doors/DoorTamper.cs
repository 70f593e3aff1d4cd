namespace Bridge.Policy.Doors;

/// <summary>What the tamper input says. A door without one is <see cref="NotMonitored"/>, which is not Normal.</summary>
public enum DoorTamper
{
    NotMonitored,
    Unknown,
    Normal,
    Tampered,
}
