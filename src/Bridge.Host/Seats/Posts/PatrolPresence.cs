using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bridge.Policy;

namespace Bridge.Host.Seats.Posts;

/// <summary>When the phones of the patrol were last heard. In memory: after a restart nobody is on duty until he is heard again.</summary>
internal sealed class PatrolPresence(TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<ActorId, long> heard = new();

    public void Heard(ActorId patrol) => heard[patrol] = time.GetTimestamp();

    /// <summary>The youngest first.</summary>
    public ImmutableArray<TimeSpan> Ages()
    {
        var ages = heard.Values.Select(at => time.GetElapsedTime(at)).Where(age => age < Forgotten).Order();
        return [.. ages];
    }
}
