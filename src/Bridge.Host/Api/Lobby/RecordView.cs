namespace Bridge.Host.Api.Lobby;

/// <summary>A line of a kept record. Names are covered; who needs one says why.</summary>
public sealed record RecordView(string Number, DateTimeOffset At, string Lobby, string? Case, string? Category, string? Result, string? ConsentKind, string? ConsentBy, int? HeadCount)
{
    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Unit { get; init; }

    public string Author { get; init; } = "";

    public bool Late { get; init; }

    /// <summary>What was added since, in order.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];
}
