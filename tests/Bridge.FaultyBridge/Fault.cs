namespace Bridge.FaultyBridge;

/// <summary>What is wrong with this bridge.</summary>
internal enum Fault
{
    /// <summary>Commits are told before they are synced: SQLite's synchronous=OFF.</summary>
    SynchronousOff,

    /// <summary>A device may forget a read as soon as the host has heard it, before it is committed.</summary>
    AcknowledgedFirst,

    /// <summary>A read that waited in its reader counts as one of this moment.</summary>
    OldReadsAreNew,

    /// <summary>Each time that a line is opened a file descriptor is left behind.</summary>
    LeaksDescriptors,
}
