using System.Collections.Concurrent;
using System.Collections.Frozen;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;

namespace Bridge.Host.Accounts.Clients;

/// <summary>The tokens in force, in memory: a request needs no look into the file, and a revocation is in force at once.</summary>
public sealed class ClientBook(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (ApiClient Client, CancellationTokenSource End)> clients = new(StringComparer.Ordinal);

    public void Add(ClientRow row)
    {
        var end = new CancellationTokenSource();
        var permissions = row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(ClientScopes.All.ContainsKey).Select(scope => ClientScopes.All[scope]);
        var client = new ApiClient(
            row.Id, row.Lobby is null ? null : new LobbyId(row.Lobby), permissions.ToFrozenSet(), DateTimeOffset.FromUnixTimeSeconds(row.ExpiresAt), end.Token);
        clients[row.TokenDigest] = (client, end);
    }

    /// <summary>Null when nobody has it, or its time is up.</summary>
    public ApiClient? Find(string token)
    {
        var digest = SecretToken.Digest(token);
        if (!clients.TryGetValue(digest, out var found))
        {
            return null;
        }

        if (time.GetUtcNow() < found.Client.ExpiresAt)
        {
            return found.Client;
        }

        Remove(digest);
        return null;
    }

    public void Revoke(string id)
    {
        foreach (var entry in clients.Where(entry => entry.Value.Client.Id == id))
        {
            Remove(entry.Key);
        }
    }

    private void Remove(string digest)
    {
        if (clients.TryRemove(digest, out var removed))
        {
            removed.End.Cancel();
            removed.End.Dispose();
        }
    }
}
