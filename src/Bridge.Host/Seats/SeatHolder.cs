using Bridge.Console.Seats;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Seats.Posts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats;

/// <summary>Whose page this is. The session is looked up each time anew: one that was ended opens nothing, whatever the page still shows.</summary>
internal sealed class SeatHolder(AuthenticationStateProvider authentication, SessionBook sessions, Credentials credentials, SeatNames names, PostPresence presence, IServiceScopeFactory scopes)
    : ISeat, ICallingSeat
{
    private Session? session;

    public CancellationToken Ended => session?.Ended ?? new CancellationToken(canceled: true);

    /// <summary>Null when the page is nobody's any more.</summary>
    internal async Task<Caller?> CallerAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        session = state.User.FindFirst(SessionScheme.SessionClaim) is { Value: var id } ? sessions.OfId(id) : null;
        return session is { IsPending: false, Post: not null } ? new Caller(session, null) : null;
    }

    public Task<Caller?> FindCallerAsync(CancellationToken cancellationToken) => CallerAsync();

    public async Task<SeatView?> FindAsync(CancellationToken cancellationToken) =>
        await CallerAsync() is { Session: { } known, Post: { } post } && await credentials.OfIdAsync(known.AccountId, cancellationToken) is { } account
            ? new SeatView(account.DisplayName, SeatNames.Of(post.Role), post.Lobby?.Value, post.Lobby is { } lobby ? names.Lobby(lobby) : null) { Keys = names.Keys(post.Lobby) }
            : null;

    public void Stay()
    {
        if (session is { } known)
        {
            sessions.Keep(known);
        }
    }

    public void Shown()
    {
        if (session is { IsPending: false, Post: { } post })
        {
            presence.Heard(post);
        }
    }

    /// <summary>The person asks for something.</summary>
    public void Act()
    {
        if (session is { } known)
        {
            sessions.Use(known);
        }
    }

    /// <summary>Who sits here says again who he is; false for a wrong password.</summary>
    public async Task<bool> AttendAsync(string password, CancellationToken cancellationToken)
    {
        // An open page is old: the account is read anew.
        using var scope = scopes.CreateScope();
        var fresh = scope.ServiceProvider.GetRequiredService<Credentials>();
        if (await CallerAsync() is not { Session: { } known } || await fresh.OfIdAsync(known.AccountId, cancellationToken) is not { } account
            || await fresh.CheckPasswordAsync(account.UserName!, password, known.Desk, cancellationToken) is null)
        {
            return false;
        }

        known.Attend();
        return true;
    }
}
