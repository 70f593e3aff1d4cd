using System.Collections.Concurrent;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>The enrolled desks, found by the digest of what their browser keeps.</summary>
public sealed class DeskBook
{
    private readonly ConcurrentDictionary<string, Desk> desks = new(StringComparer.Ordinal);

    public void Add(DeskRow row) => desks[row.TokenDigest] = new Desk(row.Id, row.Name, row.Lobby is null ? null : new LobbyId(row.Lobby));

    public Desk? Find(string? token) => token is null ? null : desks.GetValueOrDefault(SecretToken.Digest(token));

    public Desk? OfId(string id) => desks.Values.FirstOrDefault(desk => desk.Id == id);

    public void Revoke(string id)
    {
        foreach (var entry in desks.Where(entry => entry.Value.Id == id))
        {
            desks.TryRemove(entry.Key, out _);
        }
    }
}
