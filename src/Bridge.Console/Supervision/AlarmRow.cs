using System.Collections.Immutable;
using Bridge.Console.Doors;

namespace Bridge.Console.Supervision;

/// <summary>An alarm, who looks after it, and what the person at the page may do about it.</summary>
/// <param name="Door">Null for a fire.</param>
/// <param name="Age">Since it was last raised, at the moment of the picture.</param>
/// <param name="Stands">Its cause is still so.</param>
public sealed record AlarmRow(long Id, AlarmKind Kind, DisplayName? Door, TimeSpan Age, bool Stands)
{
    /// <summary>How often it was raised since it was last closed.</summary>
    public int Times { get; init; } = 1;

    public string? ClaimedBy { get; init; }

    public string? AcknowledgedBy { get; init; }

    public string? ClosedBy { get; init; }

    /// <summary>Of who closed it.</summary>
    public string? Comment { get; init; }

    public ImmutableArray<AlarmKey> Keys { get; init; } = [];

    /// <summary>It may have been a break-in or a fire.</summary>
    public bool IsGrave => Kind is AlarmKind.DoorForcedOpen or AlarmKind.Tamper or AlarmKind.LockFoundReleased or AlarmKind.Fire;
}
