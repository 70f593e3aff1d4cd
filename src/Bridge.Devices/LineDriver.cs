using Bridge.Devices.Profiles;

namespace Bridge.Devices;

/// <summary>One row of <see cref="DriverCatalog"/>.</summary>
/// <param name="IsSerial">It needs a serial port; otherwise a TCP host and port.</param>
/// <param name="Problems">What must hold of its lines and devices beyond what holds of all.</param>
/// <param name="Create">Makes a line of a definition without problems.</param>
internal sealed record LineDriver(
    bool IsSerial,
    Func<LineDefinition, ProfileCatalog, IEnumerable<string>> Problems,
    Func<LineDefinition, ProfileCatalog, TimeProvider, IDeviceLine> Create);
