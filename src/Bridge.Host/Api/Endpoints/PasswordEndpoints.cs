using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Endpoints;

/// <summary>Passwords set with a one-time code: the first administrator's, and everybody's own.</summary>
internal static class PasswordEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/accounts/first", FirstAsync).AllowAnonymous().RequireRateLimiting(ApiShell.SignInLimit);
        api.MapPost("/accounts/password", SetAsync).AllowAnonymous().RequireRateLimiting(ApiShell.SignInLimit);
    }

    private static async Task<IResult> FirstAsync(
        FirstAccountRequest request, FirstEnrolment first, FailureBook failures, UserManager<Account> users, AccountAdministration administration, SecurityLog security,
        CancellationToken stop)
    {
        var account = new Account { Id = SecretToken.NewId("u"), UserName = request.Name, DisplayName = request.Name, Posts = [PostRow.Of(new Post(Role.Administrator, null))] };
        if (await administration.FaultAsync(account, request.Password, stop) is { } fault)
        {
            return Answers.BadRequest("password", fault);
        }

        const string name = "the first administrator's code";
        if (failures.IsLocked(name) || !first.TryTake(request.Code))
        {
            failures.Fail(name);
            security.Tell(SecurityMatter.SignInFailed, null, name);
            return Refused();
        }

        if (!(await users.CreateAsync(account, request.Password)).Succeeded)
        {
            first.Begin();
            return Answers.BadRequest("name", "The name has other characters than letters, digits and - . _ @; there is a new code.");
        }

        first.Finish();
        security.Tell(SecurityMatter.FirstAdministratorCreated, new(account.Id), "");
        return TypedResults.Ok(AccountView.Of(account));
    }

    private static async Task<IResult> SetAsync(SetPasswordRequest request, FailureBook failures, AccountAdministration administration, CancellationToken stop)
    {
        if (failures.IsLocked(request.Name))
        {
            return Refused();
        }

        var (done, fault) = await administration.SetPasswordAsync(request.Name, request.Code, request.Password, stop);
        return done ? TypedResults.NoContent() : fault is null ? Refused() : Answers.BadRequest("password", fault);
    }

    private static ProblemHttpResult Refused() =>
        Answers.Problem(StatusCodes.Status401Unauthorized, "code-refused", "The code is wrong, too old or used, or too many attempts were made.");
}
