using Bridge.Host.Accounts.Store;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>What a session may be used for, by what it has shown.</summary>
internal static class SessionRules
{
    /// <summary>The account has a second factor, and neither a code nor a desk of one of its posts stands in for it yet.</summary>
    public static bool OwesCode(Account account, Desk? desk) =>
        account.TwoFactorEnabled && (desk is null || !account.Posts.Exists(post => CountsAt(desk, post.ToPost())));

    /// <summary>Whether what was shown is enough for this post.</summary>
    public static bool Suffices(Factor factor, Desk? desk, Account account, Post post) => factor switch
    {
        Factor.Code => true,
        Factor.Desk when CountsAt(desk!, post) => true,
        _ => !Roles.NeedsSecondFactor(post.Role) && !account.TwoFactorEnabled,
    };

    /// <summary>The posts that may be taken now.</summary>
    public static IReadOnlyList<Post> Takeable(Session session, Account account) => session.IsPending
        ? []
        : [.. account.Posts.Select(post => post.ToPost()).Where(post => Suffices(session.Factor, session.Desk, account, post))];

    /// <summary>Who has one post alone stands at it without being asked.</summary>
    public static Post? OnlyPost(Factor factor, Desk? desk, Account account) =>
        account.Posts is [var only] && Suffices(factor, desk, account, only.ToPost()) ? only.ToPost() : null;

    private static bool CountsAt(Desk desk, Post post) => Roles.WorksAtDesk(post.Role) && desk.Lobby == post.Lobby;
}
