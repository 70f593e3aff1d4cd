using System.Collections.Immutable;
using Bridge.Console.Posts.Questions;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.ControlRoom;

/// <summary>One picture of what waits for the control room.</summary>
public sealed record ControlRoomView(DateTimeOffset ObservedAt) : IPicture
{
    public ImmutableArray<AskedQuestion> Questions { get; init; } = [];

    /// <summary>The patrol's tasks that nobody took, or that no result came of.</summary>
    public ImmutableArray<WatchedTask> Escalated { get; init; } = [];

    public ImmutableArray<EmergencyRow> Emergencies { get; init; } = [];

    public ImmutableArray<EmergencyDoor> Doors { get; init; } = [];

    /// <summary>How long ago each phone of the patrol on duty was heard.</summary>
    public ImmutableArray<TimeSpan> Patrols { get; init; } = [];
}
