namespace Bridge.Host.Accounts.Sessions;

/// <summary>
/// Counts the attempts on a name that failed in a row, whether or not somebody has that name: an unknown one has to wait like a known one, and as long.
/// An enrolled desk has a count of its own: what strangers try elsewhere keeps nobody from his desk.
/// </summary>
public sealed class FailureBook(TimeProvider time)
{
    /// <summary>As many may follow one another at once; after that each one has to wait longer than the one before.</summary>
    public const int Quick = 5;

    /// <summary>As many in a row close the name there, until its person gets a new password (NIST SP 800-63B, 5.2.2) or the service starts anew.</summary>
    public const int Most = 100;

    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private const int MostNames = 100_000;
    private readonly Lock gate = new();
    private readonly Dictionary<(string Name, string? Desk), (int Failures, DateTimeOffset Last)> counts = [];

    /// <param name="desk">Id of the enrolled desk where it is tried; null for every other place together.</param>
    public bool IsLocked(string name, string? desk)
    {
        lock (gate)
        {
            return counts.TryGetValue((Key(name), desk), out var count) && (count.Failures >= Most || time.GetUtcNow() - count.Last < WaitAfter(count.Failures));
        }
    }

    /// <returns>How long the name has to wait now; <see cref="Timeout.InfiniteTimeSpan"/> when it is closed.</returns>
    public TimeSpan Fail(string name, string? desk)
    {
        lock (gate)
        {
            MakeRoom();
            var failures = counts.GetValueOrDefault((Key(name), desk)).Failures + 1;
            counts[(Key(name), desk)] = (failures, time.GetUtcNow());
            return failures >= Most ? Timeout.InfiniteTimeSpan : WaitAfter(failures);
        }
    }

    /// <summary>Somebody gave the right one there.</summary>
    public void Forget(string name, string? desk)
    {
        lock (gate)
        {
            counts.Remove((Key(name), desk));
        }
    }

    /// <summary>There is another one to guess now.</summary>
    public void Forget(string name)
    {
        lock (gate)
        {
            foreach (var counted in counts.Keys.Where(counted => counted.Name == Key(name)).ToList())
            {
                counts.Remove(counted);
            }
        }
    }

    private static TimeSpan WaitAfter(int failures)
    {
        if (failures < Quick)
        {
            return TimeSpan.Zero;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(failures - Quick, 10));
        return wait < LongestWait ? wait : LongestWait;
    }

    // Who makes names up by the thousand pushes out other such names, never one that is being guessed at.
    private void MakeRoom()
    {
        if (counts.Count >= MostNames)
        {
            counts.Remove(counts.MinBy(entry => (entry.Value.Failures, entry.Value.Last)).Key);
        }
    }

    private static string Key(string name) => SecretToken.Digest(name.ToUpperInvariant());
}
