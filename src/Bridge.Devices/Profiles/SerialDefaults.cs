using Bridge.Devices.Transport;

namespace Bridge.Devices.Profiles;

/// <summary>The device's factory settings on a serial line.</summary>
public sealed record SerialDefaults(int Baud, SerialParity Parity, int DataBits, int StopBits, byte Unit);
