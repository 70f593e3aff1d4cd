using System.Collections.Immutable;
using Bridge.Console.Doors;
using Bridge.Console.Posts;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Records;

/// <summary>What whoever sits at a book may do with it now. The rows are asked for.</summary>
public sealed record BookView(DateTimeOffset ObservedAt, DisplayName Estate) : IPicture
{
    /// <summary>Those whose lines he sees.</summary>
    public ImmutableArray<LobbyChoice> Lobbies { get; init; } = [];

    /// <summary>Why he may look at a person in full; empty when he may not.</summary>
    public ImmutableArray<UnmaskReason> Reasons { get; init; } = [];

    public bool MayAmend { get; init; }

    public bool MayExport { get; init; }

    /// <summary>No line that is older than a day is his to see.</summary>
    public bool TodayOnly { get; init; }
}
