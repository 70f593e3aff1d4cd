namespace Bridge.Journal;

/// <summary>What is wrong with the first bad row.</summary>
public enum ChainFault
{
    /// <summary>The row does not match its hash: it, its hash, or the start of the chain was altered, or it was put there.</summary>
    Altered,

    /// <summary>A sequence is missing.</summary>
    Missing,

    /// <summary>A row stands before the chain's start.</summary>
    BeforeStart,

    /// <summary>The epoch goes back, or is higher than the journal has ever had.</summary>
    Epoch,

    /// <summary>The chain ends before the head that was expected.</summary>
    Truncated,

    /// <summary>The state that is kept beside the chain is not the one that was written with this row.</summary>
    Snapshot,

    /// <summary>The row at the expected head's place is another one: the whole tail was rewritten.</summary>
    Rewritten,
}
