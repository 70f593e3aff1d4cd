namespace Bridge.Policy.Admission;

/// <summary>One announcement of the gate.</summary>
/// <param name="ExpiresAt">From its confirmation, on <see cref="Moment.Elapsed"/>; null while it is not confirmed.</param>
public sealed record AnnouncementState(AnnouncementFacts Facts, ActorId By, AnnouncementStatus Status, TimeSpan? ExpiresAt, CaseId? Case)
{
    /// <summary>When it last changed: what has ended is kept for a while.</summary>
    public TimeSpan TouchedAt { get; init; }
}
