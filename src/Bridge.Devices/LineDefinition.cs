using Bridge.Devices.Transport;

namespace Bridge.Devices;

/// <summary>A line as the site file describes it.</summary>
/// <param name="Kind">The driver's name in <see cref="DriverCatalog"/>: modbusTcp, modbusRtu, modbusRtuOverTcp, osdp or osdpTcp.</param>
public sealed record LineDefinition(LineId Line, string Kind, LinkDefinition Link, IReadOnlyList<DeviceDefinition> Devices);
