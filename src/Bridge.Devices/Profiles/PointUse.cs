namespace Bridge.Devices.Profiles;

/// <summary>What a point is wired to; <see cref="Any"/> where the installer decides.</summary>
public enum PointUse
{
    Any,
    Contact,
    LockSensor,
    RequestToExit,
    Tamper,
    Fire,
    Lock,
}
