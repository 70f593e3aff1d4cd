using System.Security.Claims;
using System.Text.Encodings.Web;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bridge.Host.Seats;

/// <summary>Tells the pages which session they belong to: the cookie is read when a page is asked for and when its connection is made.</summary>
internal sealed class SessionScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, AccountsGate accounts, SessionBook sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "session";

    /// <summary>The claim that holds <see cref="Session.Id"/>.</summary>
    public const string SessionClaim = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // After a restart the sessions come back a moment after the pages: who has one waits for it.
        if (ApiCookies.Read(Context, ApiCookies.Session) is not { } token || !await accounts.WhenOpenedAsync(Context.RequestAborted)
            || sessions.Find(token) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, session.Id)], Name));
        return AuthenticateResult.Success(new AuthenticationTicket(person, Name));
    }
}
