using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Building;

/// <summary>The points of the devices that a door is wired to.</summary>
public sealed record DoorPoints(
    SimulatedOutput Lock, SimulatedInput? Contact, SimulatedInput? Bolt, SimulatedInput? Rex, SimulatedInput? Tamper, ICredentialReader? Reader);
