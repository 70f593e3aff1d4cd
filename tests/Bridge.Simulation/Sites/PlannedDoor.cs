namespace Bridge.Simulation.Sites;

/// <summary>One door as the site file will have it. What is not wired here the bridge must not claim to know, though the simulated door has it.</summary>
/// <param name="Authentication">As in the site file: card, pin, cardOrPin or cardAndPin.</param>
internal sealed record PlannedDoor(
    string Id,
    string Authentication,
    bool HasContact,
    bool HasBolt,
    bool FireRelease,
    TimeSpan ReleaseTime,
    TimeSpan ExtendedReleaseTime,
    TimeSpan HoldPulse,
    TimeSpan OpenTime,
    TimeSpan SecondFactorTime,
    TimeSpan MaximumReadAge)
{
    /// <summary>The one reader of a door.</summary>
    public string AccessPoint => $"{Id}.outside";
}
