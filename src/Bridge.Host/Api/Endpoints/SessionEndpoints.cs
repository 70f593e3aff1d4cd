using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Policy;
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

    private static async Task<IResult> SignInAsync(
        SignInRequest request, HttpContext context, Credentials credentials, SessionBook sessions, DeskBook desks, SecurityLog security, CancellationToken stop)
    {
        if (await credentials.CheckPasswordAsync(request.Name, request.Password, stop) is { } account)
        {
            var view = SessionOpening.Begin(context, sessions, desks, account);
            if (await credentials.IsUnchangedAsync(account, stop))
            {
                security.Tell(SecurityMatter.SignedIn, new(account.Id), "");
                return TypedResults.Ok(view);
            }

            sessions.EndAllOf(account.Id);
        }

        return Refused();
    }

    private static async Task<IResult> AgainAsync(AgainRequest request, HttpContext context, Credentials credentials, CancellationToken stop)
    {
        if (context.Caller().Session is { } session && await credentials.OfIdAsync(session.AccountId, stop) is { } account
            && await credentials.CheckPasswordAsync(account.UserName!, request.Password, stop) is not null)
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
            ? TypedResults.Ok(SessionOpening.Show(session, account))
            : Answers.NotFound();
    }

    private static NoContent SignOut(HttpContext context, SessionBook sessions, SecurityLog security)
    {
        var caller = context.Caller();
        if (caller.Session is { } session)
        {
            sessions.End(session);
            security.Tell(SecurityMatter.SignedOut, caller.Actor, "");
        }

        ApiCookies.Delete(context, ApiCookies.Session);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> TakePostAsync(PostView request, HttpContext context, Credentials credentials, SecurityLog security, CancellationToken stop)
    {
        if (context.Caller().Session is not { } session || await credentials.OfIdAsync(session.AccountId, stop) is not { } account
            || !account.Posts.Exists(post => post.ToPost() == request.ToPost()))
        {
            return Answers.Forbidden("not-your-post", "This is not one of your posts.");
        }

        if (!SessionOpening.Suffices(session, account, request.ToPost()))
        {
            return Answers.Forbidden("second-factor-needed", "This post needs a second factor: sign in with a code, or at a desk of this lobby.");
        }

        session.Post = request.ToPost();
        security.Tell(SecurityMatter.PostTaken, session.Actor, request.Role.ToString());
        return TypedResults.Ok(SessionOpening.Show(session, account));
    }
}
