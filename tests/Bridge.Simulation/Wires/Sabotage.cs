namespace Bridge.Simulation.Wires;

/// <summary>A fault that is built in on purpose: the checks have to see it.</summary>
internal enum Sabotage
{
    None,

    /// <summary>The lock is released when its device comes back.</summary>
    ReleasesOnReturn,

    /// <summary>Every pulse is sent twice.</summary>
    PulsesTwice,

    /// <summary>Every pulse is twice as long.</summary>
    PulsesTooLong,

    /// <summary>An open door is told as closed.</summary>
    ContactLies,

    /// <summary>The register takes every credential for valid, whatever its dates.</summary>
    RegisterForgives,

    /// <summary>A contact is wired that the plan does not have: an unmonitored door reports what it cannot know.</summary>
    ContactInvented,

    /// <summary>Fire inputs are not told.</summary>
    FireUnheard,
}
