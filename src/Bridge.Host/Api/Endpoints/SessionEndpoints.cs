using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Endpoints;

/// <summary>Signing in and out, and the post that a session has taken.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session", SignInAsync).AllowAnonymous().RequireRateLimiting(ApiShell.SignInLimit);
        api.MapGet("/session", ShowAsync).SignedIn(pending: true);
        api.MapDelete("/session", SignOut).SignedIn(pending: true);
        api.MapPost("/session/post", TakePostAsync).SignedIn();
        api.MapPost("/session/again", AgainAsync).SignedIn().RequireRateLimiting(ApiShell.SignInLimit).AnswersSecret();
    }

    private static async Task<IResult> SignInAsync(SignInRequest request, HttpContext context, SigningIn signing, CancellationToken stop) =>
        await signing.GivePasswordAsync(context, request.Name, request.Password, stop) is { } signed
            ? TypedResults.Ok(SessionView.Of(signed))
            : Refused();

    private static async Task<IResult> AgainAsync(AgainRequest request, HttpContext context, Credentials credentials, CancellationToken stop)
    {
        if (context.Caller().Session is { } session && await credentials.OfIdAsync(session.AccountId, stop) is { } account
            && await credentials.CheckPasswordAsync(account.UserName!, request.Password, session.Desk, stop) is not null)
        {
            session.Attend();
            return TypedResults.NoContent();
        }

        return Refused();
    }

    private static ProblemHttpResult Refused() =>
        Answers.Problem(StatusCodes.Status401Unauthorized, "sign-in-refused", "Name or password is wrong, or too many attempts were made.");

    private static async Task<IResult> ShowAsync(HttpContext context, Credentials credentials, CancellationToken stop)
    {
        var caller = context.Caller();
        return caller.Session is { } session && await credentials.OfIdAsync(session.AccountId, stop) is { } account
            ? TypedResults.Ok(SessionView.Of((session, account)))
            : Answers.NotFound();
    }

    private static NoContent SignOut(HttpContext context, SigningIn signing)
    {
        signing.SignOut(context, context.Caller().Session);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> TakePostAsync(PostView request, HttpContext context, SigningIn signing, CancellationToken stop)
    {
        if (context.Caller().Session is not { } session)
        {
            return NotYours();
        }

        var (outcome, account) = await signing.TakePostAsync(session, request.ToPost(), stop);
        return outcome switch
        {
            PostTaken.Taken => TypedResults.Ok(SessionView.Of((session, account!))),
            PostTaken.NotYours => NotYours(),
            PostTaken.SecondFactorNeeded =>
                Answers.Forbidden("second-factor-needed", "This post needs a second factor: sign in with a code, or at a desk of this lobby."),
        };
    }

    private static ProblemHttpResult NotYours() => Answers.Forbidden("not-your-post", "This is not one of your posts.");
}
