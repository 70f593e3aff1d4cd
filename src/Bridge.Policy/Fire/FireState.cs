using System.Collections.Immutable;

namespace Bridge.Policy.Fire;

/// <summary>The fire latch: set by any input in alarm, cleared when every input is normal again and a person has acknowledged it.</summary>
public sealed record FireState(ImmutableSortedDictionary<FireInputId, FireReading> Inputs, bool Latched, bool Acknowledged)
{
    public static FireState Quiet { get; } = new(ImmutableSortedDictionary<FireInputId, FireReading>.Empty, false, false);
}
