using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Links;

/// <summary>The units on one wire, whatever they speak. A link brings connections to it.</summary>
public interface ISlaveBus
{
    string Id { get; }

    Surroundings Surroundings { get; }

    IReadOnlyCollection<SimulatedDevice> Units { get; }

    /// <summary>A host has connected. The session lives until <see cref="ISlaveSession.End"/>.</summary>
    ISlaveSession Connect(ISlaveSink sink, SlaveFraming framing);
}
