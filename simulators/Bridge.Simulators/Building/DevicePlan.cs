using Bridge.Simulators.Osdp;

namespace Bridge.Simulators.Building;

/// <summary>One unit on a line. <paramref name="KeepsMemory"/> is for keypad locks: whether unread events survive a power cut. <paramref name="Osdp"/> is for OSDP readers, whose address is the unit.</summary>
public sealed record DevicePlan(string Id, byte Unit, DeviceModel Model, bool KeepsMemory = true, OsdpPlan? Osdp = null);
