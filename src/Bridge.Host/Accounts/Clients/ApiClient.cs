using System.Collections.Frozen;
using Bridge.Policy;

namespace Bridge.Host.Accounts.Clients;

/// <summary>Another system whose token is valid.</summary>
/// <param name="Lobby">Null is the whole estate.</param>
/// <param name="Ended">Cancelled when the token is revoked or expires.</param>
public sealed record ApiClient(string Id, LobbyId? Lobby, FrozenSet<Permission> Permissions, DateTimeOffset ExpiresAt, CancellationToken Ended);
