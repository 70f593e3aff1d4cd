using System.Collections.Immutable;
using Bridge.Console.Doors;

namespace Bridge.Console.Accounts;

/// <summary>Another system whose token is known here.</summary>
/// <param name="Lobby">Null is the whole estate.</param>
/// <param name="ExpiresAt">By the site's wall.</param>
public sealed record ClientLine(string Id, string Name, ImmutableArray<string> Scopes, DisplayName? Lobby, DateTimeOffset ExpiresAt);
