using Bridge.Policy;

namespace Bridge.Host.Api.Lobby;

/// <summary>Somebody asked that who is in these records be forgotten.</summary>
/// <param name="Records">Numbers of kept records.</param>
public sealed record ErasureWish(string Id, IReadOnlyList<string> Records, ErasureGround Ground, ActorId AskedBy, DateTimeOffset AskedAt);
