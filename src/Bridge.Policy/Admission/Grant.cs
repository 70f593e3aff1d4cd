using System.Collections.Immutable;

namespace Bridge.Policy.Admission;

/// <summary>
/// Minted by the key press from evidence checked in that moment. It names one door and is used once: its number is that of the access it became,
/// so everything the door says about it carries the same number.
/// </summary>
/// <param name="Until">The device has to have taken the release before this.</param>
public sealed record Grant(AccessId Access, DoorId Door, ActorId By, TimeSpan MintedAt, TimeSpan Until, ImmutableList<EvidenceId> Evidence)
{
    /// <summary>The visitor log's line that had to be there first; pass holders only.</summary>
    public RecordNumber? Record { get; init; }

    /// <summary>It opens once more for who was let in already; there is no third time.</summary>
    public bool Reopening { get; init; }

    /// <summary>Where the case stood before it was opened once more: there it goes back to when the door does not release.</summary>
    public CaseStatus? ReopenedFrom { get; init; }
}
