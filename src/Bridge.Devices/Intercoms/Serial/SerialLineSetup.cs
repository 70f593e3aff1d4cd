using Bridge.Devices.Transport;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>What a line is made of; tests give their own way to open it.</summary>
internal sealed record SerialLineSetup(LineId Line, LinkDefinition Link, DeviceDefinition Device, Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> Open);
