namespace Bridge.Console.Posts.Patrol;

/// <summary>What the patrol says on the way.</summary>
public enum PatrolStep
{
    Acknowledge,

    /// <summary>It goes to the next handset.</summary>
    Decline,
    EnRoute,
    OnScene,
}
