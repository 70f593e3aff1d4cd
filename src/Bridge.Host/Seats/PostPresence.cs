using System.Collections.Concurrent;
using Bridge.Host.Accounts;
using Bridge.Policy;

namespace Bridge.Host.Seats;

/// <summary>
/// When each post was last heard: a browser has shown what the server drew for it, or somebody asked for something through the API. In memory: after a restart
/// nobody is there until he is heard again.
/// </summary>
internal sealed class PostPresence(TimeProvider time)
{
    private readonly ConcurrentDictionary<Post, long> heard = new();

    public void Heard(Post post) => heard[post] = time.GetTimestamp();

    /// <summary>The youngest of those who have this role for the lobby; null when there was none.</summary>
    public TimeSpan? Since(Role role, LobbyId? lobby) => heard
        .Where(known => known.Key.Role == role && (lobby is null || known.Key.Lobby is null || known.Key.Lobby == lobby))
        .Select(known => (TimeSpan?)time.GetElapsedTime(known.Value)).Min();
}
