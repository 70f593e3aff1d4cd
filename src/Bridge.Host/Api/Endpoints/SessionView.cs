using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;

namespace Bridge.Host.Api.Endpoints;

/// <summary>What a browser needs to know of its session.</summary>
/// <param name="SecondFactorNeeded">A code has to be given before anything else.</param>
/// <param name="SecondFactorEnrolled">The account has an authenticator.</param>
/// <param name="Posts">The posts that may be taken with what this session has shown.</param>
internal sealed record SessionView(
    string Account, string DisplayName, string CsrfToken, bool SecondFactorNeeded, bool SecondFactorEnrolled, PostView? Post, IReadOnlyList<PostView> Posts)
{
    public string? Desk { get; init; }

    public IReadOnlyDictionary<Permission, Reach> Permissions { get; init; } = new Dictionary<Permission, Reach>();
}
