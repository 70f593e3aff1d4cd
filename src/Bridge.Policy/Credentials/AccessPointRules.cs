namespace Bridge.Policy.Credentials;

/// <param name="SecondFactorTime">Card until PIN where both are asked for.</param>
/// <param name="MaximumReadAge">An older read is stale and does not open.</param>
public sealed record AccessPointRules(
    AccessPointId AccessPoint,
    DoorId Door,
    Authentication Authentication,
    TimeSpan SecondFactorTime,
    TimeSpan MaximumReadAge)
{
    /// <summary>Its line is in clear, and the site does not let such a reader open this door.</summary>
    public bool RefusedInClear { get; init; }
}
