namespace Bridge.Devices.Intercoms;

/// <summary>What a panel can have that is no call.</summary>
public enum IntercomCondition
{
    Tamper,
    Fault,
}
