using System.CommandLine;
using Bridge.Host.Configuration;
using Bridge.Host.Exporting;
using Bridge.Journal;
using Bridge.Journal.Records;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge records show and export: the kept records, with names covered. Beside the running service.</summary>
internal static class RecordsVerb
{
    private const int PageLength = 200;

    public static Command Create() => new("records", "Look at the visitor log and the duty log.")
    {
        Create("show", "Show records as a table.", csv: false),
        Create("export", "Write records to standard output as CSV.", csv: true),
    };

    private static Command Create(string name, string description, bool csv)
    {
        var site = SiteOption.Create();
        var selection = RecordSelection.Create();
        var command = new Command(name, description) { site };
        selection.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = parsed.InvocationConfiguration;
            var (loaded, exit) = await LoadedSite.LoadAsync(parsed.GetRequiredValue(site), terminal.Error, cancellationToken);
            return loaded is null ? exit : await RunAsync(loaded.Configuration, selection.Query(parsed, loaded.Configuration.TimeZone), csv, terminal);
        });
        return command;
    }

    private static async Task<int> RunAsync(SiteConfiguration site, RecordQuery query, bool csv, InvocationConfiguration terminal)
    {
        switch (RecordReader.Open(site.Paths.Journal))
        {
            case StorageResult<RecordReader>.Failed failed:
                await terminal.Error.WriteLineAsync($"The records cannot be read ({failed.Failure}): {failed.Reason}");
                return File.Exists(site.Paths.Journal) ? ExitCode.JournalUnusable : ExitCode.NoInput;
            case StorageResult<RecordReader>.Done { Value: var reader }:
                using (reader)
                {
                    // Opening would make a file of keys where there is none.
                    using var vault = File.Exists(site.Paths.PersonKeys) && PersonVault.Open(Options(site), TimeProvider.System) is PersonVaultOpened.Open open ? open.Vault : null;
                    return await WriteAsync(reader, vault, query, csv, terminal);
                }

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public static PersonVaultOptions Options(SiteConfiguration site) => new(site.Paths.Journal, site.Paths.PersonKeys, site.Site);

    private static async Task<int> WriteAsync(RecordReader reader, PersonVault? vault, RecordQuery query, bool csv, InvocationConfiguration terminal)
    {
        using var table = csv ? SpreadsheetText.Writer(terminal.Output) : null;
        var shown = new List<string[]> { RecordRow.Header };
        table?.WriteRecord(RecordRow.Header);
        while (true)
        {
            switch (reader.Page(query, PageLength))
            {
                case StorageResult<IReadOnlyList<StoredRecord>>.Done { Value: [.., var last] page }:
                    foreach (var row in page.Select(record => RecordRow.Of(record, vault)))
                    {
                        table?.WriteRecord(SpreadsheetText.Row(row));
                        shown.Add(row);
                    }

                    query = query with { After = last.Place };
                    break;
                case StorageResult<IReadOnlyList<StoredRecord>>.Done:
                    return csv ? ExitCode.Ok : await ShowAsync(shown, terminal.Output);
                case StorageResult<IReadOnlyList<StoredRecord>>.Failed failed:
                    await terminal.Error.WriteLineAsync($"The records cannot be read ({failed.Failure}): {failed.Reason}");
                    return ExitCode.JournalUnusable;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    private static async Task<int> ShowAsync(List<string[]> rows, TextWriter output)
    {
        foreach (var line in TextTable.Lines(rows))
        {
            await output.WriteLineAsync(line);
        }

        return ExitCode.Ok;
    }
}
