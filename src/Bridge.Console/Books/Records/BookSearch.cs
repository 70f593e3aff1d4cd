namespace Bridge.Console.Books.Records;

/// <summary>What somebody looks for in a book. Nobody searches by name: names are sealed.</summary>
public sealed record BookSearch
{
    public const int UsualLength = 20;

    /// <summary>The first day, by the site's wall.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Null is every lobby.</summary>
    public string? Lobby { get; init; }

    public string? Unit { get; init; }

    /// <summary>Of one record; everything else does not count then.</summary>
    public string? Number { get; init; }

    public bool OldestFirst { get; init; }

    /// <summary>Rows of a page; a printed one has as many lines.</summary>
    public int Length { get; init; } = UsualLength;

    /// <summary>The place of the last row of the page before.</summary>
    public long? After { get; init; }
}
