using System.Collections.Immutable;
using Bridge.Policy.Admission;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Policy;

/// <summary>The site's rules: everything in the site file that a decision depends on. Part of the state, so that a journal replays by itself.</summary>
public sealed record BuildingRules(
    ImmutableSortedDictionary<DoorId, DoorRules> Doors,
    ImmutableSortedDictionary<AccessPointId, AccessPointRules> AccessPoints,
    ImmutableSortedDictionary<AccessLevelId, AccessLevel> AccessLevels,
    ImmutableSortedDictionary<ScheduleId, WeeklySchedule> Schedules,
    ImmutableSortedSet<FireInputId> FireInputs,
    LockoutRules Lockout)
{
    public AdmissionRules Admission { get; init; } = AdmissionRules.None;

    public static BuildingRules Empty { get; } = new(
        ImmutableSortedDictionary<DoorId, DoorRules>.Empty,
        ImmutableSortedDictionary<AccessPointId, AccessPointRules>.Empty,
        ImmutableSortedDictionary<AccessLevelId, AccessLevel>.Empty,
        ImmutableSortedDictionary<ScheduleId, WeeklySchedule>.Empty,
        ImmutableSortedSet<FireInputId>.Empty,
        LockoutRules.Default);
}
