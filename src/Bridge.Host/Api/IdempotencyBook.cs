namespace Bridge.Host.Api;

/// <summary>Keys and their answers for a day, in memory and no more than fit.</summary>
internal sealed class IdempotencyBook(TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private const int Most = 10_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <returns>What is known under the key; new when nothing was, and then the caller acts and settles.</returns>
    public (Entry Entry, bool IsNew) Enter(string scope, string body)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (entries.TryGetValue(scope, out var known) && now - known.At < KeptFor)
            {
                return (known, false);
            }

            if (entries.Count >= Most)
            {
                entries.Remove(entries.MinBy(entry => entry.Value.At).Key);
            }

            return (entries[scope] = new Entry(body, now, null), true);
        }
    }

    public void Settle(string scope, string body, KeptAnswer answer)
    {
        lock (gate)
        {
            entries[scope] = new Entry(body, time.GetUtcNow(), answer);
        }
    }

    public void Forget(string scope)
    {
        lock (gate)
        {
            entries.Remove(scope);
        }
    }

    internal sealed record Entry(string Body, DateTimeOffset At, KeptAnswer? Answer);
}
