using System.Collections.Concurrent;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>All sessions, found by the digest of their token. Who ends one ends it at once.</summary>
public sealed class SessionBook(TimeProvider time)
{
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(15);
    /// <summary>So long a desk may be left and still open.</summary>
    public static readonly TimeSpan AttendedLimit = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(12);

    private const int PerAccount = 8;
    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);

    /// <summary>A new session and the token that the browser gets; the account's oldest goes when it has too many.</summary>
    public (Session Session, string Token) Begin(string accountId, Factor factor, bool isPending, Desk? desk)
    {
        var mine = sessions.Where(entry => entry.Value.AccountId == accountId).OrderByDescending(entry => entry.Value.Began).ToList();
        foreach (var surplus in mine.Skip(PerAccount - 1))
        {
            End(surplus.Key);
        }

        return Add(new Session(accountId, time.GetUtcNow(), SecretToken.New()) { Factor = factor, IsPending = isPending, Desk = desk });
    }

    /// <summary>The same session under another token and with more rights; the old token is dead.</summary>
    public (Session Session, string Token) Renew(Session old, Factor factor)
    {
        End(old);
        var renewed = new Session(old.AccountId, old.Began, SecretToken.New()) { Factor = factor, Desk = old.Desk };
        renewed.Use(time.GetUtcNow());
        renewed.Attend();
        return Add(renewed);
    }

    /// <summary>Null when there is none, or its time is up.</summary>
    public Session? Find(string token)
    {
        var digest = SecretToken.Digest(token);
        if (!sessions.TryGetValue(digest, out var session))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (IsOver(session, now))
        {
            End(digest);
            return null;
        }

        session.Use(now);
        return session;
    }

    public void End(Session session)
    {
        foreach (var entry in sessions.Where(entry => ReferenceEquals(entry.Value, session)))
        {
            End(entry.Key);
        }
    }

    public void EndAllOf(string accountId)
    {
        foreach (var entry in sessions.Where(entry => entry.Value.AccountId == accountId))
        {
            End(entry.Key);
        }
    }

    public void EndAllAt(string deskId)
    {
        foreach (var entry in sessions.Where(entry => entry.Value.Desk?.Id == deskId))
        {
            End(entry.Key);
        }
    }

    /// <summary>Ends those whose time is up and who do not ask any more, so that their streams end too.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var entry in sessions.Where(entry => IsOver(entry.Value, now)))
        {
            End(entry.Key);
        }
    }

    private (Session Session, string Token) Add(Session session)
    {
        var token = SecretToken.New();
        sessions[SecretToken.Digest(token)] = session;
        return (session, token);
    }

    private void End(string digest)
    {
        if (sessions.TryRemove(digest, out var session))
        {
            session.End();
        }
    }

    private static bool IsOver(Session session, DateTimeOffset now) => now - session.LastUsed >= IdleLimit || now - session.Began >= LongestLife;
}
