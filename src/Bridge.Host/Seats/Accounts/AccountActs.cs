using Bridge.Console.Accounts;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Clients;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Host.Api.Endpoints;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats.Accounts;

/// <summary>What an administrator's page asks for, by the functions that answer the API.</summary>
internal sealed class AccountActs(ClientBook clients, DeskBook desks, SessionBook sessions, SecurityLog security, TimeProvider time)
{
    public static Permission PermissionOf(AccountWish wish) => wish switch
    {
        AccountWish.CreateClient or AccountWish.RevokeClient => Permission.ManageClients,
        AccountWish.RevokeDesk => Permission.EnrolDesk,
        _ => Permission.ManageUsers,
    };

    /// <summary>The API's answer; a secret that it shows once is shown once here too.</summary>
    public static AccountAnswer Read(IResult answer) => new(PageAnswers.Read(answer), answer switch
    {
        IValueHttpResult { Value: NewAccountView made } => made.Code,
        IValueHttpResult { Value: ClientView { Token: { } token } } => token,
        _ => null,
    });

    /// <param name="parts">Fresh ones, of this act alone.</param>
    public Task<IResult> DoAsync(Caller caller, AccountWish wish, IServiceProvider parts, CancellationToken cancellationToken)
    {
        var administration = parts.GetRequiredService<AccountAdministration>();
        var credentials = parts.GetRequiredService<Credentials>();
        var file = parts.GetRequiredService<AccountsContext>();
        return wish switch
        {
            AccountWish.Create create => AccountEndpoints.CreateAsync(
                new NewAccountRequest(create.Name, create.DisplayName, [.. create.Posts.Select(Post)]), caller, administration, cancellationToken),
            AccountWish.ChangePosts change => AccountEndpoints.ChangePostsAsync(
                change.Account, new PostsRequest([.. change.Posts.Select(Post)]), caller, credentials, administration, cancellationToken),
            AccountWish.SetDisabled set => AccountEndpoints.SetDisabledAsync(set.Account, set.Disabled, caller, credentials, administration, cancellationToken),
            AccountWish.ResetSecondFactor reset => AccountEndpoints.ResetSecondFactorAsync(reset.Account, caller, credentials, administration, cancellationToken),
            AccountWish.NewCode code => AccountEndpoints.ResetPasswordAsync(code.Account, caller, credentials, administration, cancellationToken),
            AccountWish.CreateClient create => ClientEndpoints.CreateAsync(
                new ClientRequest(create.Name, create.Scopes, create.Days, Lobby(create.Lobby)), caller, file, clients, security, time, cancellationToken),
            AccountWish.RevokeClient revoke => ClientEndpoints.RevokeAsync(revoke.Client, caller, file, clients, security, cancellationToken),
            AccountWish.RevokeDesk revoke => DeskEndpoints.RevokeAsync(revoke.Desk, caller, file, desks, sessions, security, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException($"No act for {wish.GetType().Name}."),
        };
    }

    private static PostView Post(PostWish post) => new(SeatNames.Of(post.Role), Lobby(post.Lobby));

    private static LobbyId? Lobby(string? lobby) => lobby is null ? null : new LobbyId(lobby);
}
