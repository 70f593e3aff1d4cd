namespace Bridge.Devices.Profiles;

/// <summary>A bit in the device that stays set after a short closing until it is written.</summary>
/// <param name="Address">The coil that is read and cleared.</param>
/// <param name="ClearValue">What is written to clear it, as the value field of function 5.</param>
public sealed record InputLatch(ushort Address, ushort ClearValue);
