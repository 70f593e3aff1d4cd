using Bridge.Host.Configuration;
using Bridge.Host.ReadModel;
using Bridge.Host.Translation;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Takes a changed site file into use, whole or not at all.</summary>
public sealed class Reload(RuntimeParts parts, SiteHolder site, TranslationTable translation, BuildingMonitor monitor, ILogger<Reload> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>True when the new file is in force. Says in the log what it did, also when it failed inside: nobody awaits a signal.</summary>
    public async Task<bool> RunAsync(string sitePath, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await TryApplyAsync(sitePath, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogCritical(failure, "The reload of the site file failed inside");
            return false;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> TryApplyAsync(string sitePath, CancellationToken cancellationToken)
    {
        var loaded = ConfigurationLoader.Load(sitePath);
        if (loaded is not LoadResult.Loaded { Configuration: var next })
        {
            log.LogError("The changed site file is not valid; the old configuration stays in force. {Reason} accessbridge validate says everything", First(loaded));
            return false;
        }

        if (NeedsRestart(site.Current, next) is { } reason)
        {
            log.LogError("The changed site file needs a restart ({Reason}); the old configuration stays in force", reason);
            return false;
        }

        if (monitor.Current.Degraded)
        {
            log.LogError("The changed site file was not taken: the journal cannot be written. The old configuration stays in force");
            return false;
        }

        await ApplyAsync(next, cancellationToken);
        log.LogInformation("The changed site file is in force ({Hash})", next.Hash[..12]);
        return true;
    }

    private async Task ApplyAsync(SiteConfiguration next, CancellationToken cancellationToken)
    {
        var wiring = new WiringIndex(next.Wiring);
        var made = parts.Factory.Create(next, wiring);
        // Inside the engine's own turn, so that no decision sees the rules of one file and the wiring of the other.
        await parts.Queue.PostAsync(
            new EngineItem.Asked(parts.Clock.Timestamp, at =>
            {
                translation.Use(wiring);
                parts.Fire.Use(FireDoor.Of(next));
                site.Use(next);
                return new PolicyInput.ConfigurationApplied(at, next.Rules);
            }),
            cancellationToken);
        await parts.Lines.StopAsync();
        parts.Lines.Start(next.Lines, made);
    }

    private static string First(LoadResult result) => result switch
    {
        LoadResult.Refused refused => refused.Errors[0].ToString(),
        LoadResult.NotRead unread => unread.Reason,
        _ => throw new System.Diagnostics.UnreachableException($"No reason in {result.GetType().Name}."),
    };

    // What is made once at the start and cannot be changed under way.
    private static string? NeedsRestart(SiteConfiguration now, SiteConfiguration next) =>
        now.Site != next.Site ? "site"
        : now.DataDirectory != next.DataDirectory ? "dataDirectory"
        : now.TimeZone.Id != next.TimeZone.Id ? "timeZone"
        : now.Mqtt != next.Mqtt ? "mqtt"
        : now.Http != next.Http ? "http"
        : now.Logging != next.Logging ? "logging"
        : null;
}
