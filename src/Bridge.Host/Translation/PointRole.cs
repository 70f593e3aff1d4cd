namespace Bridge.Host.Translation;

/// <summary>What a point is for a door.</summary>
public enum PointRole
{
    Lock,
    LockSensor,
    Contact,
    RequestToExit,
    Tamper,
}
