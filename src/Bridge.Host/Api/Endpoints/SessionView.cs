using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;

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

    public static SessionView Of((Session Session, Account Account) signed)
    {
        var (session, account) = signed;
        return new SessionView(
            account.Id, account.DisplayName, session.CsrfToken, session.IsPending, account.TwoFactorEnabled, session.Post is { } taken ? PostView.Of(taken) : null,
            [.. SessionRules.Takeable(session, account).Select(PostView.Of)])
        {
            Desk = session.Desk?.Name,
            Permissions = session.Post is { } post
                ? Enum.GetValues<Permission>().Where(permission => PermissionTable.Of(post.Role, permission) != Reach.None)
                    .ToDictionary(permission => permission, permission => PermissionTable.Of(post.Role, permission))
                : new Dictionary<Permission, Reach>(),
        };
    }
}
