using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bridge.Policy;

namespace Bridge.Host.Seats.Posts;

/// <summary>When the phones of the patrol were last heard. In memory: after a restart nobody is on duty until he is heard again.</summary>
internal sealed class PatrolPresence(TimeProvider time)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<ActorId, (string? Handset, long At)> heard = new();

    /// <param name="handset">Under which name the phone is enrolled; null where it is not.</param>
    public void Heard(ActorId patrol, string? handset) => heard[patrol] = (handset, time.GetTimestamp());

    /// <summary>The youngest first.</summary>
    public ImmutableArray<(ActorId Patrol, string? Handset, TimeSpan Age)> Phones() =>
    [
        .. heard.Select(phone => (Patrol: phone.Key, phone.Value.Handset, Age: time.GetElapsedTime(phone.Value.At)))
            .Where(phone => phone.Age < Forgotten).OrderBy(phone => phone.Age),
    ];
}
