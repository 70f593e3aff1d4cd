namespace Bridge.Host.Accounts.Sessions;

/// <summary>
/// Counts failed attempts for each name, whether or not somebody has that name: an unknown one is locked out like a known one, in the same time.
/// </summary>
public sealed class FailureBook(TimeProvider time)
{
    public const int Allowed = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private const int Longest = 100_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset Last)> counts = new(StringComparer.Ordinal);

    public bool IsLocked(string name)
    {
        lock (gate)
        {
            return counts.TryGetValue(Key(name), out var count) && count.Failures >= Allowed && time.GetUtcNow() - count.Last < LockedFor;
        }
    }

    /// <returns>True when this failure locks the name out.</returns>
    public bool Fail(string name)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            MakeRoom(now);
            var before = counts.TryGetValue(Key(name), out var count) && now - count.Last < LockedFor ? count.Failures : 0;
            // Attempts while it is locked do not prolong it: else anybody could keep a person out for ever.
            if (before < Allowed)
            {
                counts[Key(name)] = (before + 1, now);
            }

            return before + 1 == Allowed;
        }
    }

    public void Forget(string name)
    {
        lock (gate)
        {
            counts.Remove(Key(name));
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (counts.Count < Longest)
        {
            return;
        }

        foreach (var old in counts.Where(entry => now - entry.Value.Last >= LockedFor).Select(entry => entry.Key).ToList())
        {
            counts.Remove(old);
        }

        if (counts.Count >= Longest)
        {
            counts.Remove(counts.MinBy(entry => entry.Value.Last).Key);
        }
    }

    private static string Key(string name) => SecretToken.Digest(name.ToUpperInvariant());
}
