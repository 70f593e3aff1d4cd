namespace Bridge.Policy.Doors;

/// <summary>What became of a release command. Unknown stays unknown: it is shown, resolved by the sensors, and never sent again.</summary>
public enum ReleaseOutcome
{
    Confirmed,
    Refused,
    NotSent,
    Unknown,
}
