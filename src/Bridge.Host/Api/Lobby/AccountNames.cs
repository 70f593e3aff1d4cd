using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Api.Lobby;

/// <summary>What colleagues call the accounts that stand in records.</summary>
public sealed class AccountNames(IServiceScopeFactory scopes)
{
    /// <summary>Of each id; one that is nobody's, or the bridge's own, stays as it is.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var credentials = scope.ServiceProvider.GetRequiredService<Credentials>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            names[id] = (await credentials.OfIdAsync(id, cancellationToken))?.DisplayName ?? id;
        }

        return names;
    }
}
