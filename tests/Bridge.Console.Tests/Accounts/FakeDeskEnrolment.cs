using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bridge.Console.Accounts;
using Bridge.Console.Posts;
using Microsoft.AspNetCore.Http;

namespace Bridge.Console.Tests.Accounts;

internal sealed class FakeDeskEnrolment : IDeskEnrolment
{
    public ConcurrentQueue<(string Name, string? Lobby)> Enrolled { get; } = new();

    /// <summary>Null is for somebody who is no administrator.</summary>
    public ImmutableArray<LobbyChoice>? Lobbies { get; set; } = [new("a", new("A座大堂", "Lobby A"))];

    public string? Refusal { get; set; }

    public Task<ImmutableArray<LobbyChoice>?> FindAsync(HttpContext context, CancellationToken cancellationToken) => Task.FromResult(Lobbies);

    public Task<string?> EnrolAsync(HttpContext context, string name, string? lobby, CancellationToken cancellationToken)
    {
        Enrolled.Enqueue((name, lobby));
        return Task.FromResult(Refusal);
    }
}
