using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Osdp.Reports;

/// <summary>Something that a reader wants to tell at the next poll.</summary>
/// <param name="Read">The read it carries, or the last part of it; null for a status.</param>
/// <param name="IsPersonal">A card or keys: deleted when nobody asks for them in time.</param>
internal sealed record Report(byte Code, byte[] Payload, PresentedCredential? Read = null, bool IsPersonal = false);
