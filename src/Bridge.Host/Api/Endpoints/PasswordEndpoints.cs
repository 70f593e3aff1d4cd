using Bridge.Host.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Endpoints;

/// <summary>Passwords set with a one-time code: the first administrator's, and everybody's own.</summary>
internal static class PasswordEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/accounts/first", async (FirstAccountRequest request, PasswordCodes codes, CancellationToken stop) =>
            Answer(await codes.MakeFirstAsync(request.Code, request.Name, request.Password, stop))).AllowAnonymous().RequireRateLimiting(ApiShell.SignInLimit);
        api.MapPost("/accounts/password", async (SetPasswordRequest request, PasswordCodes codes, CancellationToken stop) =>
            Answer(await codes.SetAsync(request.Name, request.Code, request.Password, stop))).AllowAnonymous().RequireRateLimiting(ApiShell.SignInLimit);
    }

    private static IResult Answer(CodeOutcome outcome) => outcome switch
    {
        CodeOutcome.Done { Made: { } account } => TypedResults.Ok(AccountView.Of(account)),
        CodeOutcome.Done => TypedResults.NoContent(),
        CodeOutcome.PasswordFault { Words: var words } => Answers.BadRequest("password", words),
        CodeOutcome.NameFault => Answers.BadRequest("name", "The name has other characters than letters, digits and - . _ @; there is a new code."),
        CodeOutcome.Refused =>
            Answers.Problem(StatusCodes.Status401Unauthorized, "code-refused", "The code is wrong, too old or used, or too many attempts were made."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
