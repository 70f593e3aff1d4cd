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

/// <summary>The authenticator: enrolled, and asked for its code.</summary>
internal static class SecondFactorEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session/second-factor", GiveCodeAsync).SignedIn(pending: true).RequireRateLimiting(ApiShell.SignInLimit).AnswersSecret();
        api.MapPost("/session/second-factor/key", BeginAsync).SignedIn().AnswersSecret();
        api.MapPost("/session/second-factor/confirm", ConfirmAsync).SignedIn().RequireRateLimiting(ApiShell.SignInLimit).AnswersSecret();
    }

    private static async Task<IResult> GiveCodeAsync(CodeRequest request, HttpContext context, Credentials credentials, SessionBook sessions, CancellationToken stop)
    {
        var session = context.Caller().Session;
        return session is not null && await credentials.OfIdAsync(session.AccountId, stop) is { TwoFactorEnabled: true } account
            && await credentials.CheckCodeAsync(account, request.Code, stop)
                ? await StrengthenAsync(context, credentials, sessions, session, account, stop)
                : Refused();
    }

    private static async Task<IResult> BeginAsync(HttpContext context, Credentials credentials, CancellationToken stop)
    {
        if (context.Caller().Session is not { } session || await credentials.OfIdAsync(session.AccountId, stop) is not { } account)
        {
            return Answers.NotFound();
        }

        if (account.TwoFactorEnabled)
        {
            // Else whoever finds an open session could put his own authenticator in the person's place.
            return Answers.Problem(StatusCodes.Status409Conflict, "second-factor-enrolled", "There is an authenticator already; an administrator can take it away.");
        }

        var key = await credentials.BeginEnrolmentAsync(account, stop);
        return TypedResults.Ok(new AuthenticatorKeyView(key, $"otpauth://totp/AccessBridge:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer=AccessBridge"));
    }

    private static async Task<IResult> ConfirmAsync(
        CodeRequest request, HttpContext context, Credentials credentials, SessionBook sessions, UserManager<Account> users, SecurityLog security, CancellationToken stop)
    {
        if (context.Caller().Session is not { } session || await credentials.OfIdAsync(session.AccountId, stop) is not { TwoFactorEnabled: false } account
            || !await credentials.CheckCodeAsync(account, request.Code, stop))
        {
            return Refused();
        }

        account.TwoFactorEnabled = true;
        if (!(await users.UpdateAsync(account)).Succeeded)
        {
            return Refused();
        }

        security.Tell(SecurityMatter.SecondFactorChanged, session.Actor, "enrolled");
        return await StrengthenAsync(context, credentials, sessions, session, account, stop);
    }

    private static async Task<IResult> StrengthenAsync(
        HttpContext context, Credentials credentials, SessionBook sessions, Session session, Account account, CancellationToken stop)
    {
        var view = SessionOpening.Strengthen(context, sessions, session, account);
        if (await credentials.IsUnchangedAsync(account, stop))
        {
            return TypedResults.Ok(view);
        }

        sessions.EndAllOf(account.Id);
        return Refused();
    }

    private static ProblemHttpResult Refused() =>
        Answers.Problem(StatusCodes.Status401Unauthorized, "code-refused", "The code is wrong or was used already, or too many attempts were made.");
}
