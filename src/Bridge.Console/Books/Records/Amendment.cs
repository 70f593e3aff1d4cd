namespace Bridge.Console.Books.Records;

/// <summary>What is right instead, and why. What is left out stays as it was.</summary>
public sealed record Amendment(string Reason)
{
    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Phone { get; init; }

    public string? Host { get; init; }

    public string? Purpose { get; init; }

    public string? Goods { get; init; }

    public string? Text { get; init; }

    public override string ToString() => nameof(Amendment);
}
