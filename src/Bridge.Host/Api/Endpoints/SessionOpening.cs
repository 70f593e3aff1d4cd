using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api.Endpoints;

/// <summary>Begins and strengthens sessions; each time the browser gets another token and the old one is dead.</summary>
internal static class SessionOpening
{
    public static SessionView Begin(HttpContext context, SessionBook sessions, DeskBook desks, Account account)
    {
        if (ApiCookies.Read(context, ApiCookies.Session) is { } old && sessions.Find(old) is { } before)
        {
            sessions.End(before);
        }

        var desk = desks.Find(ApiCookies.Read(context, ApiCookies.Desk));
        var pending = account.TwoFactorEnabled && (desk is null || !account.Posts.Exists(post => CountsAt(desk, post.ToPost())));
        var (session, token) = sessions.Begin(account.Id, desk is null ? Factor.None : Factor.Desk, pending, desk);
        ApiCookies.WriteSession(context, token);
        return Show(session, account);
    }

    public static SessionView Strengthen(HttpContext context, SessionBook sessions, Session session, Account account)
    {
        var (renewed, token) = sessions.Renew(session, Factor.Code);
        ApiCookies.WriteSession(context, token);
        return Show(renewed, account);
    }

    public static SessionView Show(Session session, Account account)
    {
        List<PostView> takeable = session.IsPending ? [] : [.. account.Posts.Select(post => post.ToPost()).Where(post => Suffices(session, account, post)).Select(PostView.Of)];
        if (session.Post is null && takeable is [var only] && account.Posts.Count == 1)
        {
            session.Post = only.ToPost();
        }

        return new SessionView(
            account.Id, account.DisplayName, session.CsrfToken, session.IsPending, account.TwoFactorEnabled, session.Post is { } taken ? PostView.Of(taken) : null, takeable)
        {
            Desk = session.Desk?.Name,
            Permissions = session.Post is { } post
                ? Enum.GetValues<Permission>().Where(permission => PermissionTable.Of(post.Role, permission) != Reach.None)
                    .ToDictionary(permission => permission, permission => PermissionTable.Of(post.Role, permission))
                : new Dictionary<Permission, Reach>(),
        };
    }

    /// <summary>Whether the session has shown enough for this post.</summary>
    public static bool Suffices(Session session, Account account, Post post) => session.Factor switch
    {
        Factor.Code => true,
        Factor.Desk when CountsAt(session.Desk!, post) => true,
        _ => !Roles.NeedsSecondFactor(post.Role) && !account.TwoFactorEnabled,
    };

    private static bool CountsAt(Desk desk, Post post) => Roles.WorksAtDesk(post.Role) && desk.Lobby == post.Lobby;
}
