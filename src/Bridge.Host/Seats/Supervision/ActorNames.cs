using Bridge.Host.Accounts.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Seats.Supervision;

/// <summary>What colleagues call somebody whose id stands in the journal. Remembered as long as one page is open; the journal itself never has a name.</summary>
internal sealed class ActorNames(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Dictionary<string, string?> known = [];

    /// <summary>Null for whom no account is.</summary>
    public async Task<string?> OfAsync(string actor, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!known.TryGetValue(actor, out var name))
            {
                using var scope = scopes.CreateScope();
                name = (await scope.ServiceProvider.GetRequiredService<Credentials>().OfIdAsync(actor, cancellationToken))?.DisplayName;
                known[actor] = name;
            }

            return name;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
