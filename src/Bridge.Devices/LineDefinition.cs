using Bridge.Devices.Transport;

namespace Bridge.Devices;

/// <summary>A line as the site file describes it.</summary>
/// <param name="Kind">The driver's name in <see cref="DriverCatalog"/>: modbusTcp, modbusRtu, modbusRtuOverTcp, osdp, osdpTcp, intercomSerial or intercomTcp.</param>
public sealed record LineDefinition(LineId Line, string Kind, LinkDefinition Link, IReadOnlyList<DeviceDefinition> Devices);
