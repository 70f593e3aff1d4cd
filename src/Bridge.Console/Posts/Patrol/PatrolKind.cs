namespace Bridge.Console.Posts.Patrol;

/// <summary>Why the patrol is sent.</summary>
public enum PatrolKind
{
    /// <summary>Follow somebody who was let in as a resident, and see that he opens his own door.</summary>
    Tracking,

    /// <summary>Come to the desk.</summary>
    Attend,
}
