using Bridge.Host.Accounts;

namespace Bridge.Host.Api;

/// <summary>Who may call an endpoint; each has one, or ASP.NET's own AllowAnonymous.</summary>
public abstract record ApiAccess
{
    private ApiAccess()
    {
    }

    /// <summary>Any session, or any token.</summary>
    /// <param name="Pending">Also a session that still owes its second factor.</param>
    public sealed record SignedIn(bool Pending) : ApiAccess;

    /// <summary>A session with a post, or a token; the endpoint itself decides by what they may.</summary>
    public sealed record WithPost : ApiAccess;

    public sealed record Needs(Permission Permission) : ApiAccess;
}
