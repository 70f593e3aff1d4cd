using Bridge.Devices;
using Bridge.Host;
using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Journal;
using Bridge.Journal.Register;
using Microsoft.Extensions.Logging;

namespace Bridge.FaultyBridge;

/// <summary>The product's parts, put together as the product does it, with one of them wrong.</summary>
internal static class FaultyComposition
{
    /// <returns>False when it cannot start; the reason is on the error output.</returns>
    public static async Task<bool> RunAsync(SiteConfiguration configuration, string sitePath, Fault fault, CancellationToken cancellationToken)
    {
        using var logs = Logging.Create(configuration);
        configuration.Paths.Prepare();
        var options = new JournalOptions(configuration.Paths.Journal, configuration.Site)
        {
            Durability = fault == Fault.SynchronousOff ? JournalDurability.Off : JournalDurability.Full,
        };
        var opened = JournalStore.Open(options, TimeProvider.System);
        if (opened is not JournalOpened.Open { Store: var store })
        {
            await System.Console.Error.WriteLineAsync($"The journal cannot be used: {opened}");
            return false;
        }

        using (store)
        {
            var registered = CredentialRegister.Open(new RegisterOptions(configuration.Paths.Register, configuration.Paths.Pepper, configuration.Site));
            if (registered is not RegisterOpened.Open { Register: var register })
            {
                await System.Console.Error.WriteLineAsync($"The register cannot be used: {registered}");
                return false;
            }

            using (register)
            {
                await using var broker = await BrokerChoice.StartAsync(configuration, logs.CreateLogger("Bridge.Host"), cancellationToken)
                    ?? throw new InvalidOperationException("The broker did not start.");
                await using var bridge = BridgeGraph.Build(
                    configuration, store, register, broker.Channel, TimeProvider.System, logs,
                    line => Faulty(line, fault));
                await using var runtime = new BridgeRuntime(bridge.Parts, bridge.Site, logs.CreateLogger<BridgeRuntime>());
                await runtime.StartAsync(cancellationToken);
                await using var application = WebShell.Build(configuration, sitePath, bridge, runtime, logs);
                await application.RunAsync(cancellationToken);
                return true;
            }
        }
    }

    private static IDeviceLine Faulty(IDeviceLine line, Fault fault) => fault switch
    {
        Fault.SynchronousOff => line,
        Fault.AcknowledgedFirst => new HastyLine(line),
        Fault.OldReadsAreNew => new ForgetfulLine(line),
        Fault.LeaksDescriptors => new LeakingLine(line),
    };
}
