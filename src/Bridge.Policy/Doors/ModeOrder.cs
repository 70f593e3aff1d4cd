using Bridge.Policy.Admission;

namespace Bridge.Policy.Doors;

/// <summary>Who ordered the mode that a door is in, when, and why.</summary>
/// <param name="By">Null where a time was over.</param>
public sealed record ModeOrder(ActorId? By, Moment At)
{
    public ModeReason? Reason { get; init; }

    /// <summary>The sealed words beside the reason.</summary>
    public SealedPerson? Note { get; init; }

    /// <summary>When the door is locked again by itself, on <see cref="Moment.Elapsed"/>; null for a mode that stays.</summary>
    public TimeSpan? Until { get; init; }
}
