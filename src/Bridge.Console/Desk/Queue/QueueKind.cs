namespace Bridge.Console.Desk.Queue;

/// <summary>What a row of the queue is about, the most urgent first.</summary>
public enum QueueKind
{
    /// <summary>Somebody rings at the door station and no case of this desk asked for it.</summary>
    Call,

    /// <summary>Somebody stands at the door.</summary>
    Case,

    /// <summary>The patrol does not answer.</summary>
    Task,
    Announced,
    Tour,

    /// <summary>Somebody is in, and his record is not complete.</summary>
    Record,
}
