using System.Data.Common;
using Bridge.Host.Accounts.Clients;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Accounts.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Accounts;

/// <summary>Opens the accounts beside the running doors. A file that cannot be used costs the sign-in, never the doors.</summary>
internal sealed class AccountsOpening(
    AccountsOptions options, AccountsGate gate, IServiceScopeFactory scopes, FirstEnrolment first, ILogger<AccountsOpening> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            gate.Settle(await OpenAsync(stoppingToken));
        }
        catch (Exception refused) when (refused is DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            log.LogCritical(refused, "The accounts cannot be used; nobody can sign in");
            gate.Settle(usable: false);
        }
    }

    private async Task<bool> OpenAsync(CancellationToken stoppingToken)
    {
        switch (await AccountsFile.OpenAsync(options.Database, stoppingToken))
        {
            case AccountsOpened.Open:
                return await PrepareAsync(stoppingToken);
            case AccountsOpened.TooNew newer:
                log.LogCritical("The accounts were written by a newer version (schema {File}, known {Known}); the file is left untouched and nobody can sign in",
                    newer.FileVersion, newer.KnownVersion);
                break;
            case AccountsOpened.Unusable unusable:
                log.LogCritical("The accounts cannot be used: {Reason}; nobody can sign in", unusable.Reason);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        return false;
    }

    private async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        var clients = scope.ServiceProvider.GetRequiredService<ClientBook>();
        var desks = scope.ServiceProvider.GetRequiredService<DeskBook>();
        await context.Clients.ForEachAsync(clients.Add, cancellationToken);
        await context.Desks.ForEachAsync(desks.Add, cancellationToken);
        if (!await scope.ServiceProvider.GetRequiredService<DemoUsers>().PrepareAsync(cancellationToken))
        {
            log.LogCritical("One of the demo's names is a real account; --demo-users is for a data directory of its own");
            return false;
        }

        if (!await context.Users.AnyAsync(cancellationToken))
        {
            first.Begin();
        }

        await scope.ServiceProvider.GetRequiredService<SessionReturn>().RunAsync(cancellationToken);
        return true;
    }
}
