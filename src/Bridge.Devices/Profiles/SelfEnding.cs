namespace Bridge.Devices.Profiles;

/// <summary>Who switches an output off again when the host is gone.</summary>
public enum SelfEnding
{
    /// <summary>Nobody: never a lock output.</summary>
    None,

    /// <summary>The device counts the pulse down by itself.</summary>
    DeviceTimedPulse,

    /// <summary>The host counts; a device that is not polled for its limit switches the output off.</summary>
    DeviceWatchdog,

    /// <summary>A timer relay or lock controller behind the output ends it. The installer vouches for it.</summary>
    ExternalTimer,
}
