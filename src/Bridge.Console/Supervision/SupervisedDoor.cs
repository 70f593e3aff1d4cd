using System.Collections.Immutable;
using Bridge.Console.Doors;

namespace Bridge.Console.Supervision;

/// <summary>A door, what was asked of it, and what the person at the page may ask.</summary>
public sealed record SupervisedDoor(DoorView Door, DisplayName? Lobby)
{
    /// <summary>What can be asked of it in the mode that it is in.</summary>
    public ImmutableArray<ModeKey> Keys { get; init; } = [];

    public OrderedMode? Order { get; init; }

    public FirstWord? First { get; init; }
}
