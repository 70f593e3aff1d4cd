namespace Bridge.Devices;

public enum DeviceRemark
{
    /// <summary>The unit's counters or boot number say that it restarted.</summary>
    Restarted,

    /// <summary>Its event memory overflowed: reads were lost before we asked.</summary>
    EventsLost,

    /// <summary>A setting that the profile requires is different in the device.</summary>
    SettingDiffers,

    /// <summary>It does not prove that it knows its key, or somebody else speaks in its place. Nothing that it says is believed until it does.</summary>
    SecurityFailed,

    /// <summary>Another device than the enrolled one answers at its address.</summary>
    Replaced,

    /// <summary>Two devices seem to answer at one address.</summary>
    AddressClash,

    /// <summary>It behaves as no such device may.</summary>
    Faulty,
}
