using System.CommandLine;
using Bridge.Host.Configuration;
using Bridge.Journal;
using Bridge.Journal.Records;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge people erase: what the journal's sealed rows say of a person goes, and the chain stays. While the service is stopped.</summary>
internal static class PeopleVerb
{
    public static Command Create()
    {
        var site = SiteOption.Create();
        var people = new Argument<string[]>("person") { Description = "Ids of sealed rows, as records and entries name them.", Arity = ArgumentArity.OneOrMore };
        var ground = new Option<string>("--ground") { Description = "Why, in one word, for example request. It is written into the journal.", Required = true };
        var erase = new Command("erase", "Erase people from the kept records. The service has to be stopped.") { site, people, ground };
        erase.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = parsed.InvocationConfiguration;
            var (loaded, exit) = await LoadedSite.LoadAsync(parsed.GetRequiredValue(site), terminal.Error, cancellationToken);
            return loaded is null ? exit : await RunAsync(loaded.Configuration, parsed.GetRequiredValue(people), parsed.GetRequiredValue(ground), terminal);
        });
        return new Command("people", "People in the kept records.") { erase };
    }

    private static async Task<int> RunAsync(SiteConfiguration site, string[] people, string ground, InvocationConfiguration terminal)
    {
        if (!File.Exists(site.Paths.Journal))
        {
            await terminal.Error.WriteLineAsync($"There is no journal at {site.Paths.Journal}: the service has not run here yet.");
            return ExitCode.NoInput;
        }

        switch (JournalStore.Open(new JournalOptions(site.Paths.Journal, site.Site), TimeProvider.System))
        {
            case JournalOpened.Open { Store: var store }:
                using (store)
                {
                    return await EraseAsync(site, store, people, ground, terminal);
                }

            case JournalOpened.InUse used:
                await terminal.Error.WriteLineAsync($"{used.Reason}: stop the service first. Nobody was erased.");
                return ExitCode.JournalInUse;
            case var refused:
                await terminal.Error.WriteLineAsync($"The journal cannot be opened: {refused}. Nobody was erased.");
                return ExitCode.JournalUnusable;
        }
    }

    private static async Task<int> EraseAsync(SiteConfiguration site, JournalStore store, string[] people, string ground, InvocationConfiguration terminal)
    {
        if (PersonVault.Open(RecordsVerb.Options(site), TimeProvider.System) is not PersonVaultOpened.Open { Vault: var vault })
        {
            await terminal.Error.WriteLineAsync($"{site.Paths.PersonKeys} cannot be opened. Nobody was erased.");
            return ExitCode.JournalUnusable;
        }

        using (vault)
        {
            switch (vault.Erase(people))
            {
                case StorageResult<Erasure>.Done { Value: var erasure }:
                    return await NoteAsync(store, erasure, erasure.EntryBody(ground, $"console:{Environment.UserName}"), terminal);
                case StorageResult<Erasure>.Failed failed:
                    await terminal.Error.WriteLineAsync($"Not everything was erased ({failed.Failure}): {failed.Reason}. Run it again; the service finishes it at its next start.");
                    return ExitCode.JournalUnusable;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    private static async Task<int> NoteAsync(JournalStore store, Erasure erasure, string body, InvocationConfiguration terminal)
    {
        // The time line goes on from the last entry: no engine runs that could give the time.
        var elapsed = store.EntriesAfter(store.Head.Sequence - 1).Select(entry => entry.Entry.Elapsed).LastOrDefault();
        var note = new JournalEntry(
            EntryOrigin.Event, Erasure.EntryKind, TimeProvider.System.GetLocalNow(), elapsed, Door: null, Correlation: null, body, Unjournalled: false);
        if (store.Commit(new JournalBatch([note], [], null)) is not CommitResult.Committed)
        {
            await terminal.Error.WriteLineAsync("They were erased, and the journal could not be written to say so. Run it again.");
            return ExitCode.JournalUnusable;
        }

        await terminal.Output.WriteLineAsync($"{erasure.Asked - erasure.Restricted} erased, {erasure.Restricted} kept because they are restricted");
        return ExitCode.Ok;
    }
}
