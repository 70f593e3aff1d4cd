using Bridge.Host.Accounts.Store;
using Microsoft.AspNetCore.Identity;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>Checks passwords one at a time: a flood of sign-ins may keep a core busy, never the doors.</summary>
internal sealed class PasswordGate(IPasswordHasher<Account> hasher) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private readonly Account nobody = new();
    private string? decoy;

    /// <param name="isOpen">Asked when it is this one's turn: of many at once no more get through than one after the other.</param>
    /// <param name="tell">Told before the next one's turn, unless it was not open.</param>
    /// <returns>Whether the password is right. For an account that is not there, or has no password, it takes as long.</returns>
    public async Task<bool> VerifyAsync(Account? account, string password, Func<bool> isOpen, Action<bool> tell, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!isOpen())
            {
                return false;
            }

            decoy ??= hasher.HashPassword(nobody, SecretToken.New());
            var result = hasher.VerifyHashedPassword(account ?? nobody, account?.PasswordHash ?? decoy, password);
            var right = result != PasswordVerificationResult.Failed && account is { PasswordHash: not null, Disabled: false };
            tell(right);
            return right;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
