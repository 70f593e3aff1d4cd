using Bridge.Devices.Osdp.Security;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>What a line is made of; tests give their own way to open it and their own random bytes.</summary>
internal sealed record OsdpLineSetup(
    LineId Line,
    LinkDefinition Link,
    IReadOnlyList<PeripheralPlan> Peripherals,
    Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> Open,
    RandomFill Fill);
