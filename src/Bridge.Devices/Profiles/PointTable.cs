namespace Bridge.Devices.Profiles;

/// <summary>The four tables of a Modbus device, named as in a profile file.</summary>
public enum PointTable
{
    /// <summary>Read by function 1, written by 5.</summary>
    Coil,

    /// <summary>Read by function 2.</summary>
    Discrete,

    /// <summary>Read by function 3, written by 6 and 16.</summary>
    Holding,

    /// <summary>Read by function 4.</summary>
    Input,
}
