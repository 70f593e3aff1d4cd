namespace Bridge.Journal.Records;

/// <summary>What is personal about one record. Never printed, logged or sent: <see cref="ToString"/> shows nothing.</summary>
public sealed record PersonFields
{
    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Phone { get; init; }

    /// <summary>What somebody called himself who said that he lives here.</summary>
    public string? ClaimedName { get; init; }

    public string? HostName { get; init; }

    public string? Purpose { get; init; }

    public string? Goods { get; init; }

    public string? DocumentType { get; init; }

    /// <summary>The last four characters; never the whole number.</summary>
    public string? DocumentLast4 { get; init; }

    public string? Text { get; init; }

    public override string ToString() => nameof(PersonFields);
}
