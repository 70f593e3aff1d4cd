using System.Collections.Immutable;

namespace Bridge.Policy.Credentials;

/// <summary>Which doors, and when.</summary>
public sealed record AccessLevel(AccessLevelId Level, ImmutableSortedSet<DoorId> Doors, ScheduleId Schedule);
