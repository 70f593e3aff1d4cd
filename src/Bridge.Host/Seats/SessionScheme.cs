using System.Security.Claims;
using System.Text.Encodings.Web;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bridge.Host.Seats;

/// <summary>Tells the pages which session they belong to: the cookie is read when a page is asked for and when its connection is made.</summary>
internal sealed class SessionScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SessionBook sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "session";

    /// <summary>The claim that holds <see cref="Session.Id"/>.</summary>
    public const string SessionClaim = "session";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ApiCookies.Read(Context, ApiCookies.Session) is not { } token || sessions.Find(token) is not { } session)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, session.Id)], Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(person, Name)));
    }
}
