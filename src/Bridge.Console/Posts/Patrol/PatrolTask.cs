using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Doors;

namespace Bridge.Console.Posts.Patrol;

/// <summary>The one task that a phone shows. All times are those at the moment of the picture.</summary>
public sealed record PatrolTask(long Id, PatrolKind Kind, TaskStage Stage, DisplayName Lobby, TimeSpan Age)
{
    private static readonly ImmutableArray<PatrolResult> OfTracking =
        [PatrolResult.EnteredWithOwnKey, PatrolResult.MetByHousehold, PatrolResult.NotFound, PatrolResult.NotResident];

    /// <summary>Where it leads: only for who has the task, or is offered it.</summary>
    public string? Unit { get; init; }

    /// <summary>Until it goes to the next phone; null where it does not.</summary>
    public TimeSpan? UntilNextHandset { get; init; }

    /// <summary>Until the team lead and the control room are told; null once it was taken, or they were.</summary>
    public TimeSpan? UntilEscalation { get; init; }

    /// <summary>Until the team lead is told that no result came; negative when he was.</summary>
    public TimeSpan UntilResult { get; init; }

    public bool Escalated { get; init; }

    public ImmutableArray<PatrolResult> Results => Kind == PatrolKind.Attend ? [PatrolResult.Attended] : OfTracking;

    /// <summary>The next thing that can be said of a task that was taken.</summary>
    public PatrolStep? Next => Stage switch
    {
        TaskStage.Acknowledged => PatrolStep.EnRoute,
        TaskStage.EnRoute => PatrolStep.OnScene,
        TaskStage.New or TaskStage.OnScene or TaskStage.Done => null,
    };
}
