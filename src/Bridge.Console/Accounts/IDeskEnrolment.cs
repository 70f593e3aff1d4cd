using System.Collections.Immutable;
using Bridge.Console.Posts;
using Microsoft.AspNetCore.Http;

namespace Bridge.Console.Accounts;

/// <summary>The port through which an administrator makes the browser in which he sits an enrolled desk: what marks it is a cookie of the answer.</summary>
public interface IDeskEnrolment
{
    /// <summary>The lobbies that a desk can stand in; null when whoever asks may not enrol.</summary>
    Task<ImmutableArray<LobbyChoice>?> FindAsync(HttpContext context, CancellationToken cancellationToken);

    /// <returns>The code of the refusal; null when it was done.</returns>
    Task<string?> EnrolAsync(HttpContext context, string name, string? lobby, CancellationToken cancellationToken);
}
