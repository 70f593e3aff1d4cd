using System.Collections.Immutable;
using Bridge.Console.Doors;
using Bridge.Console.Posts;
using Bridge.Console.Seats;

namespace Bridge.Console.Supervision;

/// <summary>One picture of all doors that a person watches over.</summary>
public sealed record SupervisionView(DateTimeOffset ObservedAt) : IPicture
{
    public ImmutableArray<SupervisedDoor> Doors { get; init; } = [];

    /// <summary>Open ones, and those that were closed not long ago.</summary>
    public ImmutableArray<AlarmRow> Alarms { get; init; } = [];

    /// <summary>The patrol's tasks that are not done.</summary>
    public ImmutableArray<WatchedTask> Tasks { get; init; } = [];

    public FireIndication Fire { get; init; }

    /// <summary>Whether anything can be asked for: what is not on disk is not done.</summary>
    public bool Journalled { get; init; } = true;
}
