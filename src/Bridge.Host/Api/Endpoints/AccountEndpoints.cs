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
        accounts.MapPost("/{id}/disable", (string id, HttpContext context, Credentials credentials, AccountAdministration administration, CancellationToken stop) =>
            ChangeAsync(id, context, credentials, account => administration.SetDisabledAsync(context.Caller(), account, disabled: true, stop), stop));
        accounts.MapPost("/{id}/enable", (string id, HttpContext context, Credentials credentials, AccountAdministration administration, CancellationToken stop) =>
            ChangeAsync(id, context, credentials, account => administration.SetDisabledAsync(context.Caller(), account, disabled: false, stop), stop));
        accounts.MapPost("/{id}/second-factor-reset", (string id, HttpContext context, Credentials credentials, AccountAdministration administration, CancellationToken stop) =>
            ChangeAsync(id, context, credentials, account => administration.ResetSecondFactorAsync(context.Caller(), account, stop), stop));
        accounts.MapPost("/{id}/password-code", ResetPasswordAsync).AnswersSecret();
    }

    private static async Task<IResult> CreateAsync(NewAccountRequest request, HttpContext context, AccountAdministration administration, CancellationToken stop)
    {
        List<Post> posts = [.. request.Posts.Select(post => post.ToPost())];
        if (Roles.Problem(posts) is { } problem)
        {
            return Answers.BadRequest("posts", problem);
        }

        return await administration.CreateAsync(context.Caller(), request.Name, request.DisplayName, posts, stop) is { } made
            ? TypedResults.Ok(new NewAccountView(AccountView.Of(made.Account), made.Code))
            : Answers.BadRequest("name", "The name is taken, or has other characters than letters, digits and - . _ @");
    }

    private static async Task<IResult> ChangePostsAsync(
        string id, PostsRequest request, HttpContext context, Credentials credentials, AccountAdministration administration, CancellationToken stop)
    {
        List<Post> posts = [.. request.Posts.Select(post => post.ToPost())];
        return Roles.Problem(posts) is { } problem
            ? Answers.BadRequest("posts", problem)
            : await ChangeAsync(id, context, credentials, account => administration.ChangePostsAsync(context.Caller(), account, posts, stop), stop);
    }

    private static async Task<IResult> ResetPasswordAsync(
        string id, HttpContext context, Credentials credentials, AccountAdministration administration, CancellationToken stop)
    {
        string? code = null;
        var answer = await ChangeAsync(
            id, context, credentials, async account => (code = await administration.ResetPasswordAsync(context.Caller(), account, stop)) is not null, stop);
        return answer is Microsoft.AspNetCore.Http.HttpResults.Ok<AccountView> { Value: { } account } ? TypedResults.Ok(new NewAccountView(account, code!)) : answer;
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, Credentials credentials, Func<Account, Task<bool>> change, CancellationToken stop)
    {
        if (id == context.Caller().Actor.Value)
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
