using System.Globalization;
using System.Security.Cryptography;
using Bridge.Host.Accounts.Store;
using Bridge.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>Checks what a person knows and has. Every refusal takes the same time and says the same.</summary>
internal sealed class Credentials(
    UserManager<Account> users, FailureBook failures, PasswordGate gate, IDataProtectionProvider protection, SecurityLog security, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("accounts.second-factor");

    /// <param name="desk">The enrolled desk where it is given, if it is one.</param>
    /// <returns>Null for every kind of no.</returns>
    public async Task<Account?> CheckPasswordAsync(string name, string password, Desk? desk, CancellationToken cancellationToken)
    {
        var account = await FindAsync(name, cancellationToken);
        return await gate.VerifyAsync(account, password, IsOpen, Tell, cancellationToken) ? account : null;

        bool IsOpen()
        {
            if (!failures.IsLocked(name, desk?.Id))
            {
                return true;
            }

            security.Tell(SecurityMatter.SignInFailed, account is null ? null : new(account.Id), "while locked out");
            return false;
        }

        void Tell(bool right)
        {
            if (right)
            {
                failures.Forget(name, desk?.Id);
            }
            else
            {
                Fail(name, account, desk, SecurityMatter.SignInFailed);
            }
        }
    }

    public async Task<bool> CheckCodeAsync(Account account, string code, Desk? desk, CancellationToken cancellationToken)
    {
        var name = SecondFactorName(account);
        if (failures.IsLocked(name, desk?.Id))
        {
            security.Tell(SecurityMatter.SecondFactorFailed, new(account.Id), "while locked out");
            return false;
        }

        var step = account.AuthenticatorKey is { } key
            ? SecondFactor.Match(protector.Unprotect(Convert.FromBase64String(key)), code, time.GetUtcNow(), account.LastCodeStep)
            : null;
        if (step is null)
        {
            Fail(name, account, desk, SecurityMatter.SecondFactorFailed);
            return false;
        }

        cancellationToken.ThrowIfCancellationRequested();
        failures.Forget(name, desk?.Id);
        account.LastCodeStep = step.Value;
        return (await users.UpdateAsync(account)).Succeeded;
    }

    /// <summary>A new key, not in force before a code of it was shown; base32, for the authenticator.</summary>
    public async Task<string> BeginEnrolmentAsync(Account account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = SecondFactor.NewKey();
        account.AuthenticatorKey = Convert.ToBase64String(protector.Protect(key));
        account.LastCodeStep = 0;
        await users.UpdateAsync(account);
        return SecondFactor.Base32(key);
    }

    /// <summary>The key that was begun and is not in force yet; null when there is none.</summary>
    public string? BegunKey(Account account)
    {
        try
        {
            return account is { TwoFactorEnabled: false, AuthenticatorKey: { } key } ? SecondFactor.Base32(protector.Unprotect(Convert.FromBase64String(key))) : null;
        }
        catch (CryptographicException)
        {
            // Encrypted with keys that are gone: it can only be begun anew.
            return null;
        }
    }

    public Task<Account?> FindAsync(string name, CancellationToken cancellationToken) =>
        users.Users.Include(account => account.Posts).SingleOrDefaultAsync(account => account.NormalizedUserName == users.NormalizeName(name), cancellationToken);

    public Task<Account?> OfIdAsync(string id, CancellationToken cancellationToken) =>
        users.Users.Include(account => account.Posts).SingleOrDefaultAsync(account => account.Id == id, cancellationToken);

    /// <summary>
    /// Whether the account is still as it was read. Asked after a session of it was begun: whoever changes an account writes first and ends its sessions
    /// then, so one of the two sees the other.
    /// </summary>
    public Task<bool> IsUnchangedAsync(Account account, CancellationToken cancellationToken) => users.Users.AsNoTracking().AnyAsync(
        now => now.Id == account.Id && now.SecurityStamp == account.SecurityStamp && !now.Disabled, cancellationToken);

    /// <summary>Whether no one-time code for a new password is looked at now. Counted apart: who is kept from his password gets in with the code that replaces it.</summary>
    public bool IsCodeLocked(string name) => failures.IsLocked(OneTimeCodeName(name), null);

    /// <summary>Somebody tried a wrong one-time code.</summary>
    public void FailCode(string name, Account? account) => Fail(OneTimeCodeName(name), account, null, SecurityMatter.SignInFailed);

    /// <summary>The name has another password, or its person another authenticator: what was tried before is of no use to anybody.</summary>
    public void Renew(Account account)
    {
        failures.Forget(account.UserName!);
        failures.Forget(OneTimeCodeName(account.UserName!));
        failures.Forget(SecondFactorName(account));
    }

    private void Fail(string name, Account? account, Desk? desk, SecurityMatter matter)
    {
        var wait = failures.Fail(name, desk?.Id);
        ActorId? actor = account is null ? null : new(account.Id);
        security.Tell(matter, actor, account is null ? "nobody of that name" : "refused");
        if (wait != TimeSpan.Zero)
        {
            security.Tell(SecurityMatter.LockedOut, actor, wait == Timeout.InfiniteTimeSpan
                ? $"after {FailureBook.Most} failures, until there is a new password"
                : string.Create(CultureInfo.InvariantCulture, $"for {wait.TotalMinutes:0} minutes"));
        }
    }

    private static string SecondFactorName(Account account) => $"second factor of {account.Id}";

    private static string OneTimeCodeName(string name) => $"one-time code of {name}";
}
