using Bridge.Console.Desk;
using Bridge.Console.Doors;

namespace Bridge.Console.Posts;

/// <summary>A task of the patrol, for those who have to know how it stands and not where it leads.</summary>
/// <param name="Kind">Its name in the journal.</param>
/// <param name="Age">Since it was raised, at the moment of the picture.</param>
public sealed record WatchedTask(long Id, DisplayName Lobby, string Kind, TaskStage Stage, TimeSpan Age)
{
    public string? Result { get; init; }

    /// <summary>Nobody took it in time.</summary>
    public bool Escalated { get; init; }

    /// <summary>It was taken, and no result came in time.</summary>
    public bool ResultOverdue { get; init; }
}
