namespace Bridge.Policy.Doors;

/// <summary>A release that was asked for and whose outcome has not come back yet.</summary>
public sealed record ReleaseRequest(AccessId? Access, ReleaseCause Cause, TimeSpan Asked, TimeSpan For)
{
    /// <summary>The device has to have taken it within this time.</summary>
    public TimeSpan Within { get; init; } = PolicyTimes.ReleaseDeadline;

    /// <summary>The latest moment at which the device can still be energised because of this request.</summary>
    public TimeSpan EndsBy() => Asked + Within + For;
}
