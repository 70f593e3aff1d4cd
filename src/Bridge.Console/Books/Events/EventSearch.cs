namespace Bridge.Console.Books.Events;

/// <summary>What somebody looks for in the journal. What is empty does not matter.</summary>
public sealed record EventSearch
{
    public const int Length = 50;

    public string? Door { get; init; }

    public string? Kind { get; init; }

    /// <summary>By the clock on the site's wall.</summary>
    public DateTime? From { get; init; }

    public DateTime? Until { get; init; }

    public long? Case { get; init; }

    /// <summary>One entry; everything else does not count then.</summary>
    public long? Entry { get; init; }

    /// <summary>Only entries before this one; for the next page.</summary>
    public long? Before { get; init; }
}
