using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Bridge.Host.Api.Endpoints;

/// <summary>Accounts, as an administrator looks after them. Nobody changes his own.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/accounts").RequirePermission(Permission.ManageUsers);
        accounts.MapGet("", async (UserManager<Account> users, CancellationToken stop) =>
            TypedResults.Ok((await users.Users.Include(account => account.Posts).OrderBy(account => account.UserName).ToListAsync(stop)).Select(AccountView.Of)));
        accounts.MapPost("", CreateAsync).AnswersSecret();
        accounts.MapPut("/{id}/posts", ChangePostsAsync);
        accounts.MapPost("/{id}/disable", (string id, Caller caller, Credentials credentials, AccountAdministration administration, CancellationToken stop) =>
            SetDisabledAsync(id, disabled: true, caller, credentials, administration, stop));
        accounts.MapPost("/{id}/enable", (string id, Caller caller, Credentials credentials, AccountAdministration administration, CancellationToken stop) =>
            SetDisabledAsync(id, disabled: false, caller, credentials, administration, stop));
        accounts.MapPost("/{id}/second-factor-reset", ResetSecondFactorAsync);
        accounts.MapPost("/{id}/password-code", ResetPasswordAsync).AnswersSecret();
    }

    internal static async Task<IResult> CreateAsync(NewAccountRequest request, Caller caller, AccountAdministration administration, CancellationToken stop)
    {
        List<Post> posts = [.. request.Posts.Select(post => post.ToPost())];
        if (Roles.Problem(posts) is { } problem)
        {
            return Answers.BadRequest("posts", problem);
        }

        return await administration.CreateAsync(caller, request.Name, request.DisplayName, posts, stop) is { } made
            ? TypedResults.Ok(new NewAccountView(AccountView.Of(made.Account), made.Code))
            : Answers.BadRequest("name", "The name is taken, or has other characters than letters, digits and - . _ @");
    }

    internal static async Task<IResult> ChangePostsAsync(
        string id, PostsRequest request, Caller caller, Credentials credentials, AccountAdministration administration, CancellationToken stop)
    {
        List<Post> posts = [.. request.Posts.Select(post => post.ToPost())];
        return Roles.Problem(posts) is { } problem
            ? Answers.BadRequest("posts", problem)
            : await ChangeAsync(id, caller, credentials, account => administration.ChangePostsAsync(caller, account, posts, stop), stop);
    }

    internal static Task<IResult> SetDisabledAsync(
        string id, bool disabled, Caller caller, Credentials credentials, AccountAdministration administration, CancellationToken stop) =>
        ChangeAsync(id, caller, credentials, account => administration.SetDisabledAsync(caller, account, disabled, stop), stop);

    internal static Task<IResult> ResetSecondFactorAsync(string id, Caller caller, Credentials credentials, AccountAdministration administration, CancellationToken stop) =>
        ChangeAsync(id, caller, credentials, account => administration.ResetSecondFactorAsync(caller, account, stop), stop);

    internal static async Task<IResult> ResetPasswordAsync(
        string id, Caller caller, Credentials credentials, AccountAdministration administration, CancellationToken stop)
    {
        string? code = null;
        var answer = await ChangeAsync(
            id, caller, credentials, async account => (code = await administration.ResetPasswordAsync(caller, account, stop)) is not null, stop);
        return answer is Microsoft.AspNetCore.Http.HttpResults.Ok<AccountView> { Value: { } account } ? TypedResults.Ok(new NewAccountView(account, code!)) : answer;
    }

    private static async Task<IResult> ChangeAsync(string id, Caller caller, Credentials credentials, Func<Account, Task<bool>> change, CancellationToken stop)
    {
        if (id == caller.Actor.Value)
        {
            return Answers.Forbidden("own-account", "Nobody changes his own account here; ask another administrator.");
        }

        if (await credentials.OfIdAsync(id, stop) is not { } account)
        {
            return Answers.NotFound();
        }

        return await change(account)
            ? TypedResults.Ok(AccountView.Of(account))
            : Answers.Problem(StatusCodes.Status409Conflict, "changed-meanwhile", "Somebody else changed the account just now; look at it again.");
    }
}
