namespace Bridge.Devices.Profiles;

/// <summary>The device's own count of closings, which shows those that were too short to be polled.</summary>
/// <param name="Registers">1 for 16 bits, 2 for 32.</param>
public sealed record InputCounter(PointTable Table, ushort Address, int Registers, bool LowWordFirst);
