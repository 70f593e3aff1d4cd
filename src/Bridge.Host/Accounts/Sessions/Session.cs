using Bridge.Policy;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>One signed-in browser. Lives in memory only: after a restart everybody signs in again.</summary>
public sealed class Session : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private long lastUsed;
    private volatile bool unattended;
    private Post? post;

    internal Session(string accountId, DateTimeOffset began, string csrfToken)
    {
        AccountId = accountId;
        Began = began;
        CsrfToken = csrfToken;
        lastUsed = began.UtcTicks;
        Ended = ended.Token;
    }

    public string AccountId { get; }

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

    internal void Use(DateTimeOffset now)
    {
        if (now - LastUsed > SessionBook.AttendedLimit)
        {
            unattended = true;
        }

        Interlocked.Exchange(ref lastUsed, now.UtcTicks);
    }

    /// <summary>The person has just said again who he is.</summary>
    internal void Attend() => unattended = false;

    internal void End()
    {
        ended.Cancel();
        ended.Dispose();
    }
}
