using Bridge.Policy;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>One signed-in browser.</summary>
public sealed class Session : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private long lastUsed;
    private long lastActed;
    private volatile bool unattended;
    private Post? post;

    internal Session(string id, string accountId, string stamp, DateTimeOffset began, string csrfToken)
    {
        Id = id;
        AccountId = accountId;
        Stamp = stamp;
        Began = began;
        CsrfToken = csrfToken;
        lastUsed = lastActed = began.UtcTicks;
        Ended = ended.Token;
    }

    /// <summary>By which the service itself knows it; neither the cookie nor anything that could stand for it.</summary>
    public string Id { get; }

    public string AccountId { get; }

    /// <summary>The account's when the session began.</summary>
    public string Stamp { get; }

    public ActorId Actor => new(AccountId);

    public DateTimeOffset Began { get; }

    /// <summary>What every changing request of this session has to repeat in a header.</summary>
    public string CsrfToken { get; }

    public Factor Factor { get; init; }

    /// <summary>The account has a second factor and the session has not shown one: it may do that and nothing else.</summary>
    public bool IsPending { get; init; }

    /// <summary>The enrolled desk it comes from.</summary>
    public Desk? Desk { get; init; }

    public Post? Post
    {
        get => Volatile.Read(ref post);
        set => Volatile.Write(ref post, value);
    }

    public DateTimeOffset LastUsed => new(Interlocked.Read(ref lastUsed), TimeSpan.Zero);

    /// <summary>Nobody asked anything here for longer than a desk may be left: whoever sits there now has to say who he is before he opens.</summary>
    public bool Unattended => unattended;

    /// <summary>Cancelled when the session ends, for whatever reason: open streams end with it.</summary>
    public CancellationToken Ended { get; }

    public void Dispose() => ended.Dispose();

    /// <summary>Its person did something.</summary>
    internal void Use(DateTimeOffset now)
    {
        if (now - new DateTimeOffset(Interlocked.Exchange(ref lastActed, now.UtcTicks), TimeSpan.Zero) > SessionBook.AttendedLimit)
        {
            unattended = true;
        }

        Keep(now);
    }

    /// <summary>It does not end for idleness, but nobody has shown that he is there.</summary>
    internal void Keep(DateTimeOffset now) => Interlocked.Exchange(ref lastUsed, now.UtcTicks);

    /// <summary>As it was before a restart.</summary>
    internal void Return(DateTimeOffset used)
    {
        Interlocked.Exchange(ref lastActed, used.UtcTicks);
        Keep(used);
    }

    /// <summary>The person has just said again who he is.</summary>
    internal void Attend() => unattended = false;

    internal void End()
    {
        ended.Cancel();
        ended.Dispose();
    }
}
