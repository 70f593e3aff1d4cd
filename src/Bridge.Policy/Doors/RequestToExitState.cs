namespace Bridge.Policy.Doors;

/// <summary>The request-to-exit input of a door. It masks the forced-open alarm; it never moves a lock, and nothing here can block the way out.</summary>
/// <param name="ActiveSince">Null while inactive or not known.</param>
/// <param name="MaskUntil">An opening until then, included, follows from the last request.</param>
/// <param name="Stuck">Active for too long: masks no more until it has been seen inactive.</param>
public sealed record RequestToExitState(TimeSpan? ActiveSince, TimeSpan? MaskUntil, bool Stuck)
{
    public static RequestToExitState Idle { get; } = new(null, null, false);

    public bool Masks(TimeSpan now) => (ActiveSince is not null && !Stuck) || now <= MaskUntil;

    public TimeSpan? StuckAt() => Stuck ? null : ActiveSince + PolicyTimes.RequestToExitStuck;
}
