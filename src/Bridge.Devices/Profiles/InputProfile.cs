namespace Bridge.Devices.Profiles;

/// <summary>One input of a device.</summary>
/// <param name="ActiveLow">The raw 0 means on.</param>
/// <param name="Debounce">Zero where the device debounces by itself.</param>
public sealed record InputProfile(
    string Name,
    PointUse Use,
    PointSource Source,
    bool ActiveLow,
    TimeSpan Debounce,
    InputLatch? Latch,
    InputCounter? Counter);
