using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;
using Microsoft.AspNetCore.Identity;

namespace Bridge.Host.Accounts;

/// <summary>Accounts as an administrator changes them. Every change ends the person's sessions, at once.</summary>
internal sealed class AccountAdministration(UserManager<Account> users, Credentials credentials, SessionBook sessions, SecurityLog security, TimeProvider time)
{
    public static readonly TimeSpan CodeGoodFor = TimeSpan.FromHours(72);

    /// <summary>Null when the name cannot be used or is taken.</summary>
    public async Task<(Account Account, string Code)?> CreateAsync(
        Caller by, string name, string displayName, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var account = new Account { Id = SecretToken.NewId("u"), UserName = name, DisplayName = displayName, Posts = [.. posts.Select(PostRow.Of)] };
        var code = GiveCode(account);
        if (!(await users.CreateAsync(account)).Succeeded)
        {
            return null;
        }

        security.Tell(SecurityMatter.UserChanged, by.Actor, $"created {account.Id}");
        return (account, code);
    }

    public Task<bool> ChangePostsAsync(Caller by, Account account, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        account.Posts.Clear();
        account.Posts.AddRange(posts.Select(PostRow.Of));
        return SaveAsync(by, account, "posts", cancellationToken);
    }

    public Task<bool> SetDisabledAsync(Caller by, Account account, bool disabled, CancellationToken cancellationToken)
    {
        account.Disabled = disabled;
        return SaveAsync(by, account, disabled ? "disabled" : "enabled", cancellationToken);
    }

    public Task<bool> ResetSecondFactorAsync(Caller by, Account account, CancellationToken cancellationToken)
    {
        (account.TwoFactorEnabled, account.AuthenticatorKey, account.LastCodeStep) = (false, null, 0);
        return SaveRenewedAsync(by, account, "second factor reset", cancellationToken);
    }

    /// <summary>The old password is gone; the code that is returned sets a new one. Null when somebody else changed the account meanwhile.</summary>
    public async Task<string?> ResetPasswordAsync(Caller by, Account account, CancellationToken cancellationToken)
    {
        account.PasswordHash = null;
        var code = GiveCode(account);
        return await SaveRenewedAsync(by, account, "password reset", cancellationToken) ? code : null;
    }

    /// <summary>False for every kind of no; the refused password's faults come back as text.</summary>
    public async Task<(bool Done, string? Fault)> SetPasswordAsync(string name, string code, string password, CancellationToken cancellationToken)
    {
        var account = await credentials.FindAsync(name, cancellationToken);
        var right = SecretToken.Matches(code.Trim(), account?.PasswordCodeDigest);
        if (!right || account is null or { Disabled: true } || time.GetUtcNow().ToUnixTimeSeconds() >= account.PasswordCodeExpires)
        {
            credentials.FailCode(name, account);
            return (false, null);
        }

        if (await FaultAsync(account, password, cancellationToken) is { } fault)
        {
            return (false, fault);
        }

        (account.PasswordCodeDigest, account.PasswordCodeExpires, account.PasswordHash) = (null, 0, null);
        if (!(await users.AddPasswordAsync(account, password)).Succeeded)
        {
            return (false, null);
        }

        credentials.Renew(account);
        sessions.EndAllOf(account.Id);
        security.Tell(SecurityMatter.PasswordChanged, new(account.Id), "with a one-time code");
        return (true, null);
    }

    /// <summary>Null when the password may be used.</summary>
    public async Task<string?> FaultAsync(Account account, string password, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, account, password);
            if (!result.Succeeded)
            {
                return string.Join(' ', result.Errors.Select(error => error.Description));
            }
        }

        return password.Length > 128 ? "Passwords have 128 characters at most." : null;
    }

    // What was guessed is forgotten only when there is really something else to guess.
    private async Task<bool> SaveRenewedAsync(Caller by, Account account, string what, CancellationToken cancellationToken)
    {
        if (!await SaveAsync(by, account, what, cancellationToken))
        {
            return false;
        }

        credentials.Renew(account);
        return true;
    }

    // False when somebody else changed the account since it was read: then nothing is written.
    private async Task<bool> SaveAsync(Caller by, Account account, string what, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
        {
            return false;
        }

        // After the change is in the file: a sign-in that read the account before looks again when its session is there.
        sessions.EndAllOf(account.Id);
        security.Tell(SecurityMatter.UserChanged, by.Actor, $"{account.Id}: {what}");
        return true;
    }

    private string GiveCode(Account account)
    {
        var code = SecretToken.NewCode();
        account.PasswordCodeDigest = SecretToken.Digest(code);
        account.PasswordCodeExpires = (time.GetUtcNow() + CodeGoodFor).ToUnixTimeSeconds();
        return code;
    }
}
