namespace Bridge.Devices;

public enum DeviceRemark
{
    /// <summary>The unit's counters or boot number say that it restarted.</summary>
    Restarted,

    /// <summary>Its event memory overflowed: reads were lost before we asked.</summary>
    EventsLost,

    /// <summary>A setting that the profile requires is different in the device.</summary>
    SettingDiffers,
}
