using Bridge.Host.Accounts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Endpoints;

/// <summary>The authenticator: enrolled, and asked for its code.</summary>
internal static class SecondFactorEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session/second-factor", GiveCodeAsync).SignedIn(pending: true).RequireRateLimiting(ApiShell.SignInLimit).AnswersSecret();
        api.MapPost("/session/second-factor/key", BeginAsync).SignedIn().AnswersSecret();
        api.MapPost("/session/second-factor/confirm", ConfirmAsync).SignedIn().RequireRateLimiting(ApiShell.SignInLimit).AnswersSecret();
    }

    private static async Task<IResult> GiveCodeAsync(CodeRequest request, HttpContext context, SigningIn signing, CancellationToken stop) =>
        Answer(context.Caller().Session is { } session ? await signing.GiveCodeAsync(context, session, request.Code, stop) : null);

    private static async Task<IResult> BeginAsync(HttpContext context, SigningIn signing, CancellationToken stop) =>
        context.Caller().Session is not { } session ? Answers.NotFound() : await signing.BeginAuthenticatorAsync(session, stop) switch
        {
            { Account: { } account, Key: { } key } => TypedResults.Ok(new AuthenticatorKeyView(key, SecondFactor.Address(account.UserName!, key))),
            { Account: not null } => Answers.Problem(
                StatusCodes.Status409Conflict, "second-factor-enrolled", "There is an authenticator already; an administrator can take it away."),
            _ => Answers.NotFound(),
        };

    private static async Task<IResult> ConfirmAsync(CodeRequest request, HttpContext context, SigningIn signing, CancellationToken stop) =>
        Answer(context.Caller().Session is { } session ? await signing.ConfirmAuthenticatorAsync(context, session, request.Code, stop) : null);

    private static IResult Answer((Session, Accounts.Store.Account)? signed) => signed is { } known
        ? TypedResults.Ok(SessionView.Of(known))
        : Answers.Problem(StatusCodes.Status401Unauthorized, "code-refused", "The code is wrong or was used already, or too many attempts were made.");
}
