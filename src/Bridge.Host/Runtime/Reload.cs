using Bridge.Host.Configuration;
using Bridge.Host.ReadModel;
using Bridge.Host.Translation;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Takes a changed site file into use, whole or not at all.</summary>
public sealed class Reload(
    RuntimeParts parts, SiteHolder site, TranslationTable translation, BuildingMonitor monitor, ILogger<Reload> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>True when the new file is in force.</summary>
    public async Task<bool> RunAsync(string sitePath, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await TryApplyAsync(sitePath, cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> TryApplyAsync(string sitePath, CancellationToken cancellationToken)
    {
        if (ConfigurationLoader.Load(sitePath) is not LoadResult.Loaded { Configuration: var next })
        {
            log.LogError("The changed site file is not valid; the old configuration stays in force. accessbridge validate says where");
            return false;
        }

        var now = site.Current;
        if (NeedsRestart(now, next) is { } reason)
        {
            log.LogError("The changed site file needs a restart ({Reason}); the old configuration stays in force", reason);
            return false;
        }

        if (monitor.Current.Degraded)
        {
            // The policy takes no configuration that is not remembered: the lines would be wired by the new file and the doors ruled by the old.
            log.LogError("The journal cannot be written; the old configuration stays in force until it can");
            return false;
        }

        await parts.Lines.StopAsync();
        var wiring = new WiringIndex(next.Wiring);
        translation.Use(wiring);
        parts.Fire.Use(FireDoor.Of(next));
        site.Use(next);
        await parts.Queue.PostAsync(
            new EngineItem.Asked(parts.Clock.Timestamp, at => new PolicyInput.ConfigurationApplied(at, next.Rules)), cancellationToken);
        parts.Lines.Start(next.Lines, wiring);
        log.LogInformation("The changed site file is in force ({Hash})", next.Hash[..12]);
        return true;
    }

    private static string? NeedsRestart(SiteConfiguration now, SiteConfiguration next) =>
        now.Site != next.Site ? "site"
        : now.DataDirectory != next.DataDirectory ? "dataDirectory"
        : now.TimeZone.Id != next.TimeZone.Id ? "timeZone"
        : now.Mqtt != next.Mqtt ? "mqtt"
        : now.Http != next.Http ? "http"
        : now.ProfileDirectory != next.ProfileDirectory ? "profileDirectory"
        : null;
}
