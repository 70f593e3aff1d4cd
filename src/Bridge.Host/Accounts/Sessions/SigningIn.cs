using Bridge.Host.Accounts.Store;
using Bridge.Host.Api;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>
/// The steps of signing in, for the API and the pages alike. Each one that gives more rights gives the browser another token, and the old one is dead.
/// </summary>
internal sealed class SigningIn(Credentials credentials, SessionBook sessions, DeskBook desks, UserManager<Account> users, SecurityLog security)
{
    /// <returns>Null for every kind of no.</returns>
    public async Task<(Session Session, Account Account)?> GivePasswordAsync(HttpContext context, string name, string password, CancellationToken cancellationToken)
    {
        var desk = desks.Find(ApiCookies.Read(context, ApiCookies.Desk));
        if (await credentials.CheckPasswordAsync(name, password, desk, cancellationToken) is not { } account)
        {
            return null;
        }

        if (ApiCookies.Read(context, ApiCookies.Session) is { } old && sessions.Find(old) is { } before)
        {
            sessions.End(before);
        }

        var factor = desk is null ? Factor.None : Factor.Desk;
        var owes = SessionRules.OwesCode(account, desk);
        var begun = sessions.Begin(account, factor, owes, desk, owes ? null : SessionRules.OnlyPost(factor, desk, account));
        if (!await StandsAsync(context, begun, account, cancellationToken))
        {
            return null;
        }

        security.Tell(SecurityMatter.SignedIn, new(account.Id), "");
        return (begun.Session, account);
    }

    /// <returns>Null for every kind of no.</returns>
    public async Task<(Session Session, Account Account)?> GiveCodeAsync(HttpContext context, Session session, string code, CancellationToken cancellationToken) =>
        await credentials.OfIdAsync(session.AccountId, cancellationToken) is { TwoFactorEnabled: true } account
        && await credentials.CheckCodeAsync(account, code, session.Desk, cancellationToken)
            ? await StrengthenAsync(context, session, account, cancellationToken)
            : null;

    /// <summary>A new key for the person's authenticator; not in force before a code of it was shown.</summary>
    /// <returns>No key when there is an authenticator already: else whoever finds an open session could put his own in the person's place.</returns>
    public async Task<(Account? Account, string? Key)> BeginAuthenticatorAsync(Session session, CancellationToken cancellationToken) =>
        await credentials.OfIdAsync(session.AccountId, cancellationToken) is not { } account ? (null, null)
        : account.TwoFactorEnabled ? (account, null)
        : (account, await credentials.BeginEnrolmentAsync(account, cancellationToken));

    /// <returns>Null for every kind of no.</returns>
    public async Task<(Session Session, Account Account)?> ConfirmAuthenticatorAsync(
        HttpContext context, Session session, string code, CancellationToken cancellationToken)
    {
        if (await credentials.OfIdAsync(session.AccountId, cancellationToken) is not { TwoFactorEnabled: false } account
            || !await credentials.CheckCodeAsync(account, code, session.Desk, cancellationToken))
        {
            return null;
        }

        account.TwoFactorEnabled = true;
        if (!(await users.UpdateAsync(account)).Succeeded)
        {
            return null;
        }

        security.Tell(SecurityMatter.SecondFactorChanged, session.Actor, "enrolled");
        return await StrengthenAsync(context, session, account, cancellationToken);
    }

    public async Task<(PostTaken Outcome, Account? Account)> TakePostAsync(Session session, Post post, CancellationToken cancellationToken)
    {
        if (session.IsPending || await credentials.OfIdAsync(session.AccountId, cancellationToken) is not { } account || !account.Posts.Exists(one => one.ToPost() == post))
        {
            return (PostTaken.NotYours, null);
        }

        if (!SessionRules.Suffices(session.Factor, session.Desk, account, post))
        {
            return (PostTaken.SecondFactorNeeded, account);
        }

        sessions.TakePost(session, post);
        security.Tell(SecurityMatter.PostTaken, session.Actor, post.Role.ToString());
        return (PostTaken.Taken, account);
    }

    public void SignOut(HttpContext context, Session? session)
    {
        if (session is not null)
        {
            sessions.End(session);
            security.Tell(SecurityMatter.SignedOut, session.Actor, "");
        }

        ApiCookies.Delete(context, ApiCookies.Session);
    }

    private async Task<(Session, Account)?> StrengthenAsync(HttpContext context, Session session, Account account, CancellationToken cancellationToken)
    {
        var renewed = sessions.Renew(session, account, Factor.Code, session.Post ?? SessionRules.OnlyPost(Factor.Code, session.Desk, account));
        return await StandsAsync(context, renewed, account, cancellationToken) ? (renewed.Session, account) : null;
    }

    // Whoever changes an account writes first and ends its sessions then, so one of the two sees the other.
    private async Task<bool> StandsAsync(HttpContext context, (Session Session, string Token) begun, Account account, CancellationToken cancellationToken)
    {
        if (!await credentials.IsUnchangedAsync(account, cancellationToken))
        {
            sessions.EndAllOf(account.Id);
            return false;
        }

        ApiCookies.WriteSession(context, begun.Token);
        return true;
    }
}
