using System.Collections.Immutable;
using Bridge.Console.Posts;
using Bridge.Console.Seats;

namespace Bridge.Console.Accounts;

/// <summary>One picture of who may use the service.</summary>
public sealed record AccountsView(DateTimeOffset ObservedAt) : IPicture
{
    public ImmutableArray<PersonRow> People { get; init; } = [];

    public ImmutableArray<ClientLine> Clients { get; init; } = [];

    public ImmutableArray<DeskLine> Desks { get; init; } = [];

    public ImmutableArray<LobbyChoice> Lobbies { get; init; } = [];

    /// <summary>What another system's token can be good for.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];
}
