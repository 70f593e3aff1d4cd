using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>The command line: one verb, one file.</summary>
public static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            await errors.WriteLineAsync("Try: accessbridge --help");
            return ExitCode.Usage;
        }

        // Signals are left alone: the service's own host turns them into an orderly stop, and the other verbs can end anywhere.
        var terminal = new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = null };
        var exit = await parsed.InvokeAsync(terminal, cancellationToken);

        // The library prints an exception that nobody expected and gives 1, which no verb of ours does.
        return exit == 1 ? ExitCode.InternalError : exit;
    }

    private static RootCommand Create() =>
        new("AccessBridge makes the doors of a building follow its admission procedure.")
        {
            RunVerb.Create(),
            ValidateVerb.Create(),
            ImportVerb.Create(),
            new Command("journal", "Look into the journal of what happened.")
            {
                JournalVerifyVerb.Create(),
                JournalShowVerb.Create(),
                JournalExportVerb.Create(),
                JournalBackupVerb.Create(),
                JournalRestoredVerb.Create(),
                JournalParkedVerb.Create(),
            },
            ExplainVerb.Create(),
            RecordsVerb.Create(),
            PeopleVerb.Create(),
            OsdpVerb.Create(),
            ModbusVerb.Create(),
            VersionVerb.Create(),
        };
}
