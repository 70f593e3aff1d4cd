using System.Collections.Immutable;
using Bridge.Console.Doors;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Events;

/// <summary>What can be looked for in the journal. The entries are asked for.</summary>
public sealed record EventBookView(DateTimeOffset ObservedAt, DisplayName Estate) : IPicture
{
    public ImmutableArray<EventDoor> Doors { get; init; } = [];

    /// <summary>As they are journalled.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];
}
