namespace Bridge.Devices.Profiles;

/// <summary>One output of a device.</summary>
/// <param name="ReadBack">Where its present state is read.</param>
/// <param name="Off">How it is switched off now, also in the middle of a pulse.</param>
/// <param name="ExternalSetting">What the installer must set in the device with the maker's own tool, because Modbus cannot show it.</param>
/// <param name="Watchdog">How long the device waits for the host before it switches off, where <see cref="SelfEnding.DeviceWatchdog"/>.</param>
public sealed record OutputProfile(
    string Name,
    PointUse Use,
    PointSource ReadBack,
    PulseTiming Pulse,
    RegisterWrite Off,
    SelfEnding SelfEnding,
    string? ExternalSetting,
    TimeSpan? Watchdog);
