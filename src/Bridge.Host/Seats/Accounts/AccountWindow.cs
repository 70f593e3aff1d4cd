using System.Collections.Immutable;
using Bridge.Console.Accounts;
using Bridge.Console.Doors;
using Bridge.Console.Posts;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Clients;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Host.Runtime;
using Bridge.Policy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats.Accounts;

/// <summary>The accounts of one open page.</summary>
internal sealed class AccountWindow(BookWindow window, AccountActs acts, SessionBook sessions, SeatNames names, SiteHolder site, IServiceScopeFactory scopes) : IAccountOffice
{
    public IAsyncEnumerable<AccountsView> WatchAsync(CancellationToken cancellationToken) =>
        window.WatchAsync(caller => caller.ReachOf(Permission.ManageUsers) != Reach.None, DrawAsync, cancellationToken);

    public async Task<AccountAnswer> ActAsync(AccountWish wish, CancellationToken cancellationToken)
    {
        // An open page is old: every act reads its account anew.
        await using var scope = scopes.CreateAsyncScope();
        return AccountActs.Read(await window.AskAsync(
            AccountActs.PermissionOf(wish), caller => acts.DoAsync(caller, wish, scope.ServiceProvider, cancellationToken), cancellationToken));
    }

    private async Task<AccountsView> DrawAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var file = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        var people = await file.Users.AsNoTracking().Include(account => account.Posts).OrderBy(account => account.UserName).ToListAsync(cancellationToken);
        var clients = await file.Clients.AsNoTracking().OrderBy(client => client.Name).ToListAsync(cancellationToken);
        var desks = await file.Desks.AsNoTracking().OrderBy(desk => desk.Name).ToListAsync(cancellationToken);
        return new AccountsView(window.Now)
        {
            People = [.. people.Select(account => Person(account, caller))],
            Clients = [.. clients.Select(client => new ClientLine(client.Id, client.Name, [.. client.Scopes.Split(' ')], Lobby(client.Lobby), At(client.ExpiresAt)))],
            Desks = [.. desks.Select(desk => new DeskLine(desk.Id, desk.Name, Lobby(desk.Lobby), At(desk.EnrolledAt)))],
            Lobbies = Choices(names, site),
            Scopes = [.. ClientScopes.All.Keys.Order(StringComparer.Ordinal)],
        };
    }

    internal static ImmutableArray<LobbyChoice> Choices(SeatNames names, SiteHolder site) =>
        [.. site.Current.Rules.Admission.Lobbies.Keys.Select(lobby => new LobbyChoice(lobby.Value, names.Lobby(lobby)))];

    private PersonRow Person(Account account, Caller caller) => new(account.Id, account.UserName!, account.DisplayName)
    {
        Posts = [.. account.Posts.Select(post => new PostLine(SeatNames.Of(post.Role), post.Lobby, Lobby(post.Lobby)))],
        Disabled = account.Disabled,
        HasPassword = account.PasswordHash is not null,
        SecondFactor = account.TwoFactorEnabled,
        Heard = sessions.HeardOf(account.Id) is { } heard ? Age(window.Now - heard) : null,
        Self = account.Id == caller.Actor.Value,
    };

    private DisplayName? Lobby(string? lobby) => lobby is null ? null : names.Lobby(new LobbyId(lobby));

    private DateTimeOffset At(long unixSeconds) => window.ToSite(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    private static TimeSpan Age(TimeSpan age) => age > TimeSpan.Zero ? age : TimeSpan.Zero;
}
