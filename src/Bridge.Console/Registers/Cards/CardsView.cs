using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Registers.Cards;

/// <summary>One picture of what changes by itself beside the list of cards.</summary>
public sealed record CardsView(DateTimeOffset ObservedAt) : IPicture
{
    /// <summary>The person may give cards out; otherwise he may only switch them off.</summary>
    public bool MayIssue { get; init; }

    /// <summary>The newest first.</summary>
    public ImmutableArray<UnknownRead> Reads { get; init; } = [];

    /// <summary>What a card can open, by the names in the site file.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];
}
