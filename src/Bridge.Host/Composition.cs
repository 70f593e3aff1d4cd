using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Host.Verbs;
using Bridge.Journal;
using Bridge.Journal.Register;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Bridge.Host;

/// <summary>Puts the leaves together and runs them.</summary>
public static class Composition
{
    public static async Task<int> RunAsync(SiteConfiguration configuration, string sitePath, RunWishes wishes, CancellationToken cancellationToken)
    {
        using var logs = Logging.Create(configuration);
        var log = logs.CreateLogger("Bridge.Host");
        try
        {
            return await RunAsync(configuration, sitePath, wishes, logs, log, cancellationToken);
        }
        catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            log.LogCritical("http.listen {Address}:{Port} is used by another program", configuration.Http.Address, configuration.Http.Port);
            return ExitCode.PortInUse;
        }
        catch (JournalUnusableException failure)
        {
            log.LogCritical(failure, "The state cannot be recovered from the journal; nothing was started");
            return ExitCode.JournalUnusable;
        }
    }

    private static async Task<int> RunAsync(
        SiteConfiguration configuration, string sitePath, RunWishes wishes, ILoggerFactory logs, ILogger log, CancellationToken cancellationToken)
    {
        configuration.Paths.Prepare();
        var time = TimeProvider.System;
        var opened = JournalStore.Open(new JournalOptions(configuration.Paths.Journal, configuration.Site), time);
        if (opened is not JournalOpened.Open { Store: var store })
        {
            return Refuse(opened, log);
        }

        using (store)
        {
            var registered = CredentialRegister.Open(new RegisterOptions(configuration.Paths.Register, configuration.Paths.Pepper, configuration.Site));
            if (registered is not RegisterOpened.Open { Register: var register })
            {
                return Refuse(registered, log);
            }

            using (register)
            {
                await using var broker = await BrokerChoice.StartAsync(configuration, log, cancellationToken);
                if (broker is null)
                {
                    return ExitCode.PortInUse;
                }

                await using var bridge = BridgeGraph.Build(configuration, store, register, broker.Channel, time, logs);
                await using var runtime = new BridgeRuntime(bridge.Parts, bridge.Site, logs.CreateLogger<BridgeRuntime>());
                await runtime.StartAsync(cancellationToken);
                await using var application = WebShell.Build(configuration, sitePath, bridge, runtime, logs, wishes);
                await application.RunAsync(cancellationToken);
                return Environment.ExitCode;
            }
        }
    }

    private static int Refuse(RegisterOpened opened, ILogger log)
    {
        switch (opened)
        {
            case RegisterOpened.TooNew tooNew:
                log.LogCritical("The register was written by a newer version (schema {File}, known {Known}); it is left untouched", tooNew.FileVersion, tooNew.KnownVersion);
                break;
            case RegisterOpened.Unusable unusable:
                log.LogCritical("The register cannot be used ({Failure}): {Reason}", unusable.Failure, unusable.Reason);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No exit code for {opened.GetType().Name}.");
        }

        return ExitCode.JournalUnusable;
    }

    private static int Refuse(JournalOpened opened, ILogger log)
    {
        switch (opened)
        {
            case JournalOpened.InUse used:
                log.LogCritical("The journal is in use: {Reason}", used.Reason);
                return ExitCode.JournalInUse;
            case JournalOpened.TooNew tooNew:
                log.LogCritical("The journal was written by a newer version (schema {File}, known {Known}); it is left untouched", tooNew.FileVersion, tooNew.KnownVersion);
                return ExitCode.JournalUnusable;
            case JournalOpened.Unusable unusable:
                log.LogCritical("The journal cannot be used ({Failure}): {Reason}; it is left untouched", unusable.Failure, unusable.Reason);
                return ExitCode.JournalUnusable;
            default:
                throw new System.Diagnostics.UnreachableException($"No exit code for {opened.GetType().Name}.");
        }
    }
}
