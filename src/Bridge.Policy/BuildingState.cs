using System.Collections.Immutable;
using Bridge.Policy.Admission;
using Bridge.Policy.Alarms;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Policy;

/// <summary>Everything the policy remembers. Plain data: it is written to the journal's snapshots and rebuilt from its entries.</summary>
public sealed record BuildingState(
    BuildingRules Rules,
    ImmutableSortedDictionary<DoorId, DoorState> Doors,
    ImmutableSortedDictionary<AccessPointId, AccessPointState> AccessPoints,
    FireState Fire,
    long AccessCount)
{
    /// <summary>When the next timer of any door or access point runs out, on <see cref="Moment.Elapsed"/>; null while nothing is pending.</summary>
    public TimeSpan? NextDue { get; init; }

    /// <summary>Cards after which a wrong PIN was entered; bounded.</summary>
    public ImmutableSortedDictionary<CredentialId, CardGuesses> CardGuesses { get; init; } = ImmutableSortedDictionary<CredentialId, CardGuesses>.Empty;

    /// <summary>Cases, announcements, tours, calls and tasks of the patrol.</summary>
    public AdmissionState Admission { get; init; } = AdmissionState.Empty;

    /// <summary>What a person has to look at.</summary>
    public AlarmBook Alarms { get; init; } = AlarmBook.Empty;

    /// <summary>It was told that the clock is in doubt.</summary>
    public bool ClockInDoubt { get; init; }

    public static BuildingState Empty { get; } = new(
        BuildingRules.Empty,
        ImmutableSortedDictionary<DoorId, DoorState>.Empty,
        ImmutableSortedDictionary<AccessPointId, AccessPointState>.Empty,
        FireState.Quiet,
        0);
}
