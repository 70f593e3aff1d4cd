using System.Collections.Immutable;
using Bridge.Console.Accounts;
using Bridge.Console.Posts;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Host.Api;
using Bridge.Host.Api.Endpoints;
using Bridge.Host.Runtime;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats.Accounts;

/// <summary>Makes the browser that asks an enrolled desk, by the function that answers the API.</summary>
internal sealed class DeskEnrolment(SessionBook sessions, SeatNames names, SiteHolder site, AccountsContext accounts, EnrolmentParts parts) : IDeskEnrolment
{
    public Task<ImmutableArray<LobbyChoice>?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Caller(context) is null ? (ImmutableArray<LobbyChoice>?)null : AccountWindow.Choices(names, site));
    }

    public async Task<string?> EnrolAsync(HttpContext context, string name, string? lobby, CancellationToken cancellationToken) => Caller(context) is not { } caller
        ? "not-permitted"
        : PageAnswers.Read(await DeskEndpoints.EnrolAsync(
            new DeskRequest(name, lobby is null ? null : new LobbyId(lobby)), caller, context, accounts, parts.Desks, parts.Security, parts.Time, cancellationToken)).Refusal;

    // As the API's gate: somebody whole, at a post that may.
    private Caller? Caller(HttpContext context) =>
        ApiCookies.Read(context, ApiCookies.Session) is { } token && sessions.Find(token) is { IsPending: false, Post: not null } session
        && new Caller(session, null) is var caller && caller.ReachOf(Permission.EnrolDesk) != Reach.None
            ? caller
            : null;
}
