using System.Text.Json;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Bridge.Host.Api;
using Bridge.Journal.Storage;
using Bridge.Policy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Bridge.Host.Accounts;

/// <summary>Ready-made users for a demo, one for each role, with random passwords and authenticator keys that are written into a file of the owner's.</summary>
internal sealed class DemoUsers(UserManager<Account> users, AccountsOptions options, IDataProtectionProvider protection)
{
    /// <summary>What the ids of these accounts begin with: a start without the option takes them away.</summary>
    public const string IdPrefix = "demo-";

    private static readonly (string Name, Role Role, bool AtDesk)[] People =
    [
        ("la", Role.LobbyAssistant, true), ("tl", Role.TeamLead, true), ("sup", Role.CsSupervisor, false), ("gate", Role.GatePost, false),
        ("pat", Role.Patrol, false), ("ccr", Role.ControlRoom, false), ("off", Role.OfficeDutyOfficer, false), ("fd", Role.FrontDesk, true),
        ("admin", Role.Administrator, false), ("audit", Role.Auditor, false),
    ];

    /// <summary>False when one of the names is a real account.</summary>
    public async Task<bool> CreateAsync(string path, CancellationToken cancellationToken)
    {
        var protector = protection.CreateProtector("accounts.second-factor");
        var made = new List<DemoUser>();
        foreach (var (name, role, atDesk) in People)
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
                DisplayName = role.ToString(),
                TwoFactorEnabled = Roles.NeedsSecondFactor(role),
                AuthenticatorKey = Roles.NeedsSecondFactor(role) ? Convert.ToBase64String(protector.Protect(key)) : null,
                Posts = [PostRow.Of(new Post(role, lobby is null ? null : new LobbyId(lobby)))],
            };
            await users.CreateAsync(account, password);
            made.Add(new DemoUser(name, role, lobby, password, account.TwoFactorEnabled ? SecondFactor.Base32(key) : null));
            options.Terminal?.WriteLine($"    demo user {name,-6} {role,-18} password {password}");
        }

        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(made, ApiJson.Options));
        return true;
    }
}
