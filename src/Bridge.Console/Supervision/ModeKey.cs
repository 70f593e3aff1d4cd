namespace Bridge.Console.Supervision;

/// <summary>What a supervisor can ask of a door. What has no end, or shuts a door to those who live behind it, is not among it.</summary>
public enum ModeKey
{
    LockDown,

    /// <summary>Takes two people.</summary>
    EndLockDown,
    Lock,

    /// <summary>For a time; then it is locked by itself.</summary>
    Unlock,
}
