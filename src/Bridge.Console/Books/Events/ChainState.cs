namespace Bridge.Console.Books.Events;

/// <summary>What became of computing the chain again.</summary>
public enum ChainState
{
    Intact,

    /// <summary>Rows are gone, and no entry says that the retention took them.</summary>
    Unexplained,
    Broken,
    Unreadable,
}
