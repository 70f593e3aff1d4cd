namespace Bridge.Policy.Alerts;

/// <summary>Why the patrol is sent.</summary>
public enum AlertKind
{
    /// <summary>Follow an unverified resident who was let in on a register match.</summary>
    Tracking,

    /// <summary>Come to the desk: a name did not match twice.</summary>
    Attend,
}
