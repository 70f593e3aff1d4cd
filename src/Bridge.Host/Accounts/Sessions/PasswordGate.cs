using Bridge.Host.Accounts.Store;
using Microsoft.AspNetCore.Identity;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>Hashes passwords one at a time: a flood of sign-ins may keep a core busy, never the doors.</summary>
internal sealed class PasswordGate(IPasswordHasher<Account> hasher) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private readonly Account nobody = new();
    private string? decoy;

    /// <summary>Takes as long for an account that is not there, or has no password, as for one that has.</summary>
    public async Task<bool> VerifyAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            decoy ??= hasher.HashPassword(nobody, SecretToken.New());
            var result = hasher.VerifyHashedPassword(account ?? nobody, account?.PasswordHash ?? decoy, password);
            return result != PasswordVerificationResult.Failed && account?.PasswordHash is not null;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
