using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Host.Verbs;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
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
                return await ServeAsync(configuration, (sitePath, wishes), (store, register), logs, log, cancellationToken);
            }
        }
    }

    private static async Task<int> ServeAsync(
        SiteConfiguration configuration, (string Path, RunWishes Wishes) site, (JournalStore Store, CredentialRegister Register) files, ILoggerFactory logs, ILogger log,
        CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        using var vault = OpenVault(configuration, time, log);
        using var residents = vault is null ? null : OpenResidents(configuration, time, log);
        if (residents is null)
        {
            return ExitCode.JournalUnusable;
        }

        await using var broker = await BrokerChoice.StartAsync(configuration, log, cancellationToken);
        if (broker is null)
        {
            return ExitCode.PortInUse;
        }

        await using var bridge = BridgeGraph.Build(configuration, files.Store, files.Register, broker.Channel, time, logs, vault: vault, residents: residents);
        await using var runtime = new BridgeRuntime(bridge.Parts, bridge.Site, logs.CreateLogger<BridgeRuntime>());
        await runtime.StartAsync(cancellationToken);
        await using var application = WebShell.Build(configuration, site.Path, bridge, runtime, logs, site.Wishes);
        await application.RunAsync(cancellationToken);
        return Environment.ExitCode;
    }

    private static ResidentRegister? OpenResidents(SiteConfiguration configuration, TimeProvider time, ILogger log)
    {
        var file = new RegisterOptions(configuration.Paths.Register, configuration.Paths.Pepper, configuration.Site);
        switch (ResidentRegister.Open(new ResidentRegisterOptions(file, configuration.Paths.ReasonKey), time))
        {
            case ResidentRegisterOpened.Open { Register: var residents }:
                return residents;
            case ResidentRegisterOpened.TooNew tooNew:
                log.LogCritical("The residents' register was written by a newer version (schema {File}, known {Known}); it is left untouched", tooNew.FileVersion, tooNew.KnownVersion);
                return null;
            case ResidentRegisterOpened.Unusable unusable:
                log.LogCritical("The residents' register cannot be used ({Failure}): {Reason}", unusable.Failure, unusable.Reason);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // Before anybody can be shown: an erasure that was cut short, or a file from a backup, must not show whom it erased.
    private static PersonVault? OpenVault(SiteConfiguration configuration, TimeProvider time, ILogger log)
    {
        switch (PersonVault.Open(new PersonVaultOptions(configuration.Paths.Journal, configuration.Paths.PersonKeys, configuration.Site), time))
        {
            case PersonVaultOpened.Open { Vault: var vault }:
                if (vault.Settle() is StorageResult<int>.Done { Value: > 0 and var finished })
                {
                    log.LogWarning("{Finished} erasures of people were finished that had been cut short or come back from a backup", finished);
                }

                return vault;
            case PersonVaultOpened.TooNew tooNew:
                log.LogCritical("The keys of people were written by a newer version (schema {File}, known {Known}); they are left untouched", tooNew.FileVersion, tooNew.KnownVersion);
                return null;
            case PersonVaultOpened.Unusable unusable:
                log.LogCritical("The keys of people cannot be used ({Failure}): {Reason}", unusable.Failure, unusable.Reason);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
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
