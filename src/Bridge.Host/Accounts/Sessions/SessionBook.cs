using System.Collections.Concurrent;
using Bridge.Host.Accounts.Store;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>All sessions, found by the digest of their token. Who ends one ends it at once, and when he is answered it is on disk too.</summary>
public sealed class SessionBook(SessionFile file, TimeProvider time)
{
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(15);

    /// <summary>So long a desk may be left and still open.</summary>
    public static readonly TimeSpan AttendedLimit = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(12);

    /// <summary>A use that is not on disk is forgotten by a restart: the session then ends this much earlier.</summary>
    public static readonly TimeSpan UseWrittenEvery = TimeSpan.FromMinutes(1);

    private const int PerAccount = 8;
    private readonly ConcurrentDictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private long usesWritten;
    private volatile bool unwritten;

    /// <summary>A new session and the token that the browser gets; the account's oldest goes when it has too many.</summary>
    public (Session Session, string Token) Begin(Account account, Factor factor, bool isPending, Desk? desk, Post? post)
    {
        var mine = sessions.Where(entry => entry.Value.AccountId == account.Id).OrderByDescending(entry => entry.Value.Began).ToList();
        foreach (var surplus in mine.Skip(PerAccount - 1))
        {
            Remove(surplus.Key);
        }

        return Add(new Session(SecretToken.New(), account.Id, account.SecurityStamp ?? "", time.GetUtcNow(), SecretToken.New())
        {
            Factor = factor, IsPending = isPending, Desk = desk, Post = post,
        });
    }

    /// <summary>The same session under another token and with more rights; the old token is dead.</summary>
    public (Session Session, string Token) Renew(Session old, Account account, Factor factor, Post? post)
    {
        RemoveWhere(session => ReferenceEquals(session, old));
        var renewed = new Session(SecretToken.New(), old.AccountId, account.SecurityStamp ?? "", old.Began, SecretToken.New()) { Factor = factor, Desk = old.Desk, Post = post };
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
            Remove(digest);
            unwritten = true;
            return null;
        }

        session.Use(now);
        return session;
    }

    /// <summary>The session of a page that is open already; looking at it is no use of it.</summary>
    public Session? OfId(string id) => sessions.Values.FirstOrDefault(session => session.Id == id && !IsOver(session, time.GetUtcNow()));

    /// <summary>When a browser of this account was heard last; null when it is signed in nowhere.</summary>
    public DateTimeOffset? HeardOf(string accountId)
    {
        var now = time.GetUtcNow();
        return sessions.Values.Where(session => session.AccountId == accountId && !IsOver(session, now)).Max(session => (DateTimeOffset?)session.LastUsed);
    }

    /// <summary>A person did something with it.</summary>
    public void Use(Session session) => session.Use(time.GetUtcNow());

    /// <summary>A page has reason not to end for idleness.</summary>
    public void Keep(Session session) => session.Keep(time.GetUtcNow());

    public void TakePost(Session session, Post post)
    {
        session.Post = post;
        Write();
    }

    public void End(Session session) => EndWhere(one => ReferenceEquals(one, session));

    public void EndAllOf(string accountId) => EndWhere(session => session.AccountId == accountId);

    public void EndAllAt(string deskId) => EndWhere(session => session.Desk?.Id == deskId);

    /// <summary>Ends those whose time is up and who do not ask any more, so that their streams end too; and writes what is only remembered.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow();
        var ended = RemoveWhere(session => IsOver(session, now));
        if (ended || unwritten || AreUsesDue(now))
        {
            Write();
        }
    }

    /// <summary>The service stops: the last uses are worth their write.</summary>
    public void Write()
    {
        unwritten = true;
        Interlocked.Exchange(ref usesWritten, time.GetUtcNow().UtcTicks);
        unwritten = !file.Write(() => [.. sessions.Select(entry => KeptSession.Of(entry.Key, entry.Value))]);
    }

    /// <summary>One from before the restart. False when its time is up.</summary>
    internal bool Return(KeptSession kept, Desk? desk)
    {
        var now = time.GetUtcNow();
        var session = kept.ToSession(desk);
        session.Return(kept.LastUsed);
        return !IsOver(session, now) && kept.Began <= now && kept.LastUsed <= now && sessions.TryAdd(kept.Digest, session);
    }

    private bool AreUsesDue(DateTimeOffset now)
    {
        var written = new DateTimeOffset(Interlocked.Read(ref usesWritten), TimeSpan.Zero);
        return now - written >= UseWrittenEvery && sessions.Values.Any(session => session.LastUsed > written);
    }

    private (Session Session, string Token) Add(Session session)
    {
        var token = SecretToken.New();
        sessions[SecretToken.Digest(token)] = session;
        Write();
        return (session, token);
    }

    private void EndWhere(Func<Session, bool> isMeant)
    {
        if (RemoveWhere(isMeant))
        {
            Write();
        }
    }

    private bool RemoveWhere(Func<Session, bool> isMeant)
    {
        var meant = sessions.Where(entry => isMeant(entry.Value)).Select(entry => entry.Key).ToList();
        meant.ForEach(Remove);
        return meant.Count > 0;
    }

    private void Remove(string digest)
    {
        if (sessions.TryRemove(digest, out var session))
        {
            session.End();
        }
    }

    private static bool IsOver(Session session, DateTimeOffset now) => now - session.LastUsed >= IdleLimit || now - session.Began >= LongestLife;
}
