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

    /// <summary>One thing that it said makes no sense. What else it says does.</summary>
    Nonsense,

    /// <summary>What was last remarked of its security, its identity, its address or its behaviour is over.</summary>
    Restored,
}
