namespace Bridge.Console.Posts.Patrol;

/// <summary>How a task ended.</summary>
public enum PatrolResult
{
    EnteredWithOwnKey,
    MetByHousehold,
    NotFound,
    NotResident,

    /// <summary>Of a task to come to the desk: the only one.</summary>
    Attended,
}
