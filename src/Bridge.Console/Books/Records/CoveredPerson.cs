namespace Bridge.Console.Books.Records;

/// <summary>Who it was, as anybody may see it.</summary>
public sealed record CoveredPerson
{
    /// <summary>Null when nothing was kept of anybody.</summary>
    public PersonState? State { get; init; }

    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Phone { get; init; }

    public string? DocumentType { get; init; }

    public string? DocumentLast4 { get; init; }

    public string? Host { get; init; }

    public string? Purpose { get; init; }

    public string? Goods { get; init; }

    public string? Text { get; init; }
}
