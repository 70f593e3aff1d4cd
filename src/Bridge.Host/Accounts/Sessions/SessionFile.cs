using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Host.Api;
using Bridge.Journal.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>
/// Where the sessions survive a restart: one small file of the owner's, encrypted with the service's keys and written whole. One that cannot be read costs a
/// sign-in, nothing more.
/// </summary>
public sealed class SessionFile(AccountsOptions options, IDataProtectionProvider protection, ILogger<SessionFile> log)
{
    private readonly Lock gate = new();
    private readonly IDataProtector protector = protection.CreateProtector("accounts.sessions");
    private bool failing;

    /// <summary>What was written last; nothing when there is no such file or it cannot be used.</summary>
    internal IReadOnlyList<KeptSession> Read()
    {
        try
        {
            if (!File.Exists(options.SessionsFile))
            {
                return [];
            }

            if (OwnerFile.Problem(options.SessionsFile) is { } open)
            {
                log.LogError("The sessions are not used, everybody signs in again: {Reason}", open);
                return [];
            }

            return JsonSerializer.Deserialize<List<KeptSession>>(protector.Unprotect(File.ReadAllBytes(options.SessionsFile)), ApiJson.Options) ?? [];
        }
        catch (Exception damaged) when (damaged is CryptographicException or JsonException or IOException or UnauthorizedAccessException)
        {
            log.LogError(damaged, "The sessions cannot be read, everybody signs in again");
            return [];
        }
    }

    /// <summary>On disk when it returns true. The picture is taken under the lock, so that an older one never replaces a newer.</summary>
    internal bool Write(Func<IReadOnlyList<KeptSession>> picture)
    {
        lock (gate)
        {
            try
            {
                OwnerFile.Replace(options.SessionsFile, protector.Protect(JsonSerializer.SerializeToUtf8Bytes(picture(), ApiJson.Options)));
                failing = false;
                return true;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                if (!failing)
                {
                    log.LogError(refused, "The sessions cannot be written; until they can, a restart may bring one back that has ended since, or lose a new one");
                }

                failing = true;
                return false;
            }
        }
    }
}
