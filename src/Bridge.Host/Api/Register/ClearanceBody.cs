namespace Bridge.Host.Api.Register;

/// <summary>Whether a household is asked through the control room, and why: the reason is sealed, and nobody else gets to see it.</summary>
/// <param name="Reason">Null leaves the reason that is there.</param>
public sealed record ClearanceBody(bool ThroughControlRoom, string? Reason = null)
{
    public override string ToString() => nameof(ClearanceBody);
}
