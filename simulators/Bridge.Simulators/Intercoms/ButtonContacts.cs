using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Intercoms;

/// <summary>The contacts of one unit's line.</summary>
public sealed record ButtonContacts(SimulatedInput Call, SimulatedInput? Hook = null, SimulatedInput? Unlock = null)
{
    public IEnumerable<SimulatedInput> All => new[] { Call, Hook, Unlock }.OfType<SimulatedInput>();
}
