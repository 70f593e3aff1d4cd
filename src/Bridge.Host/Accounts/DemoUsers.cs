using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Host.Api;
using Bridge.Journal.Storage;
using Bridge.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bridge.Host.Accounts;

/// <summary>Ready-made users for a demo, one for each role, with random passwords and authenticator keys that are written into a file of the owner's.</summary>
internal sealed class DemoUsers(UserManager<Account> users, AccountsContext accounts, AccountsOptions options, IDataProtectionProvider protection)
{
    /// <summary>What the ids of these accounts begin with: a start without the option takes them away.</summary>
    public const string IdPrefix = "demo-";

    private static readonly (string Name, string DisplayName, Role Role, bool AtDesk)[] People =
    [
        ("la", "陈晓", Role.LobbyAssistant, true), ("tl", "周岚", Role.TeamLead, true), ("sup", "何静", Role.CsSupervisor, false), ("gate", "马强", Role.GatePost, false),
        ("pat", "赵刚", Role.Patrol, false), ("ccr", "郑颖", Role.ControlRoom, false), ("off", "吴磊", Role.OfficeDutyOfficer, false), ("fd", "林晚", Role.FrontDesk, true),
        ("admin", "徐安", Role.Administrator, false), ("audit", "沈衡", Role.Auditor, false),
    ];

    private readonly IDataProtector protector = protection.CreateProtector("accounts.second-factor");

    /// <summary>
    /// With the option they are there afterwards, without it they are not. Those of an earlier start stay as they are when the file still tells of them:
    /// a restart of the demo throws nobody out.
    /// </summary>
    /// <returns>False when one of the names is a real account.</returns>
    public async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.DemoUsersFile is { } path && await KnownAsync(path, cancellationToken) is { } known)
        {
            Tell(known);
            return true;
        }

        accounts.ChangeTracker.Clear();
        await accounts.Users.Where(account => account.Id.StartsWith(IdPrefix)).ExecuteDeleteAsync(cancellationToken);
        return options.DemoUsersFile is not { } file || await CreateAsync(file, cancellationToken);
    }

    private async Task<bool> CreateAsync(string path, CancellationToken cancellationToken)
    {
        var made = new List<DemoUser>();
        foreach (var (name, displayName, role, atDesk) in People)
        {
            var lobby = atDesk ? options.DemoLobby : null;
            cancellationToken.ThrowIfCancellationRequested();
            if (await users.FindByNameAsync(name) is not null)
            {
                return false;
            }

            var key = SecondFactor.NewKey();
            var password = SecretToken.NewCode();
            var account = new Account
            {
                Id = IdPrefix + name,
                UserName = name,
                DisplayName = displayName,
                TwoFactorEnabled = Roles.NeedsSecondFactor(role),
                AuthenticatorKey = Roles.NeedsSecondFactor(role) ? Convert.ToBase64String(protector.Protect(key)) : null,
                Posts = [PostRow.Of(new Post(role, lobby is null ? null : new LobbyId(lobby)))],
            };
            await users.CreateAsync(account, password);
            made.Add(new DemoUser(name, role, lobby, password, account.TwoFactorEnabled ? SecondFactor.Base32(key) : null));
        }

        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(made, ApiJson.Options));
        Tell(made);
        return true;
    }

    // Null when the file and the accounts are not of one another, or it cannot be read: then everything is made anew.
    private async Task<IReadOnlyList<DemoUser>?> KnownAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || OwnerFile.Problem(path) is not null || Read(await File.ReadAllBytesAsync(path, cancellationToken)) is not { } told
            || !told.Select(user => (user.Name, user.Role, user.Lobby)).SequenceEqual(People.Select(one => (one.Name, one.Role, one.AtDesk ? options.DemoLobby : null))))
        {
            return null;
        }

        foreach (var user in told)
        {
            if (await users.FindByNameAsync(user.Name) is not { } account || account.Id != IdPrefix + user.Name || !await users.CheckPasswordAsync(account, user.Password)
                || user.AuthenticatorKey != KeyOf(account))
            {
                return null;
            }
        }

        return told;
    }

    private string? KeyOf(Account account)
    {
        try
        {
            return account.AuthenticatorKey is { } key ? SecondFactor.Base32(protector.Unprotect(Convert.FromBase64String(key))) : null;
        }
        catch (CryptographicException)
        {
            // Of the service's keys of another time: no such key is in the file.
            return "";
        }
    }

    private static List<DemoUser>? Read(byte[] file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<DemoUser>>(file, ApiJson.Options);
        }
        catch (JsonException)
        {
            // Somebody wrote into it; it is replaced.
            return null;
        }
    }

    private void Tell(IEnumerable<DemoUser> people)
    {
        foreach (var user in people)
        {
            options.Terminal?.WriteLine($"    demo user {user.Name,-6} {user.Role,-18} password {user.Password}");
        }
    }
}
