namespace Bridge.FaultyBridge;

/// <summary>What is wrong with this bridge.</summary>
internal enum Fault
{
    /// <summary>Commits are told before they are synced: SQLite's synchronous=OFF.</summary>
    SynchronousOff,

    /// <summary>A device may forget a read as soon as the host has heard it, before it is committed.</summary>
    AcknowledgedFirst,
}
