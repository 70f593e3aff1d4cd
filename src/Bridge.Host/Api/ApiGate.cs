using System.Security.Cryptography;
using System.Text;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Clients;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Seats;
using Bridge.Policy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bridge.Host.Api;

/// <summary>Stands before every endpoint of the API: who asks, from where, and may he. What declares nothing is closed.</summary>
internal sealed class ApiGate(AccountsGate accounts, SessionBook sessions, ClientBook clients, PostPresence presence, SecurityLog security)
{
    public const string CsrfHeader = "X-CSRF-Token";

    private const string Bearer = "Bearer ";

    internal async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await RefusalAsync(context) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private async Task<IResult?> RefusalAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            return Answers.NotFound();
        }

        if (CrossSite.IsForeign(context.Request))
        {
            security.Tell(SecurityMatter.CrossSiteRequest, null, "from another site");
            return Answers.Forbidden("cross-site", "This request comes from another site.");
        }

        if (!await accounts.WhenOpenedAsync(context.RequestAborted))
        {
            return Answers.Problem(StatusCodes.Status503ServiceUnavailable, "accounts-unusable", "The accounts cannot be used; the service's log says why.");
        }

        var access = endpoint.Metadata.GetMetadata<ApiAccess>();
        if (access is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return null;
        }

        var caller = Find(context);
        if (caller is null)
        {
            return Answers.Problem(StatusCodes.Status401Unauthorized, "not-signed-in", "Sign in first.");
        }

        context.Features.Set(caller);
        return (Csrf(context.Request, caller) ?? Access(access, caller, IsLook(context.Request)))?.Answer ?? Admit(endpoint, caller);
    }

    private Caller? Find(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            var client = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? clients.Find(header[Bearer.Length..].Trim()) : null;
            if (client is null)
            {
                security.Tell(SecurityMatter.TokenRefused, null, "unknown, expired or revoked");
            }

            return client is null ? null : new Caller(null, client);
        }

        return ApiCookies.Read(context, ApiCookies.Session) is { } token && sessions.Find(token) is { } session ? new Caller(session, null) : null;
    }

    private ApiRefusal? Csrf(HttpRequest request, Caller caller)
    {
        if (caller.Session is null || IsLook(request))
        {
            return null;
        }

        var sent = Encoding.UTF8.GetBytes(request.Headers[CsrfHeader].ToString());
        if (CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(caller.Session.CsrfToken)))
        {
            return null;
        }

        security.Tell(SecurityMatter.CrossSiteRequest, caller.Actor, "without its token");
        return new ApiRefusal("csrf-token", $"Repeat the session's csrfToken in the header {CsrfHeader}.");
    }

    private ApiRefusal? Access(ApiAccess? access, Caller caller, bool looks)
    {
        var refusal = access switch
        {
            null => new ApiRefusal("closed", "This is not open to anybody."),
            // Whatever an endpoint asks for, and whatever scopes there may be one day: a token changes nothing.
            _ when caller.Client is not null && !looks => new ApiRefusal("not-permitted", "Another system only looks."),
            ApiAccess.SignedIn { Pending: true } => null,
            _ when caller.Session is { IsPending: true } => new ApiRefusal("second-factor-needed", "Give the code of your second factor first."),
            ApiAccess.SignedIn => null,
            _ when caller is { Session: not null, Post: null } => new ApiRefusal("no-post", "Take a post first."),
            ApiAccess.WithPost => null,
            ApiAccess.Needs needs when caller.ReachOf(needs.Permission) != Reach.None => null,
            ApiAccess.Needs => new ApiRefusal("not-permitted", "Your post does not include this."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (refusal is not null)
        {
            security.Tell(SecurityMatter.ForbiddenRequest, caller.Actor, access is ApiAccess.Needs asked ? asked.Permission.ToString() : refusal.Code);
        }

        return refusal;
    }

    private ProblemHttpResult? Admit(Endpoint endpoint, Caller caller)
    {
        if (caller.Post is { } post)
        {
            presence.Heard(post);
        }

        return endpoint.Metadata.GetMetadata<AttendedOnly>() is not null && caller.Session is { Unattended: true } ? Answers.SignInAgain() : null;
    }

    private static bool IsLook(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
