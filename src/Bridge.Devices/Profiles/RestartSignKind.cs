namespace Bridge.Devices.Profiles;

public enum RestartSignKind
{
    /// <summary>A boot number: any change is a restart.</summary>
    Changes,

    /// <summary>An up-time: going down is a restart.</summary>
    Falls,
}
