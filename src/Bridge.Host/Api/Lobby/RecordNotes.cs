using System.Text.Json;
using Bridge.Host.Accounts;
using Bridge.Host.Runtime;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Api.Lobby;

/// <summary>Writes into the journal that somebody looked at a person, or erased or restricted some; and tells the security log, in ids alone.</summary>
public sealed class RecordNotes(EngineQueue queue, EngineClock clock, SecurityLog security)
{
    public const string ExportedKind = "RecordsExported";

    /// <returns>False: it is not on disk, and nothing may be shown.</returns>
    public async Task<bool> DisclosedAsync(RecordNumber number, Disclosure disclosure, CancellationToken cancellationToken)
    {
        if (!await WriteAsync(Disclosure.EntryKind, disclosure.EntryBody, cancellationToken))
        {
            return false;
        }

        security.Tell(SecurityMatter.PersonUnmasked, new ActorId(disclosure.Actor), $"{number} {disclosure.Reason}");
        return true;
    }

    public async Task<bool> ErasedAsync(Erasure erasure, string ground, ActorId actor, CancellationToken cancellationToken)
    {
        security.Tell(SecurityMatter.PersonErased, actor, $"{erasure.Asked - erasure.Restricted} rows, {ground}");
        return await WriteAsync(Erasure.EntryKind, erasure.EntryBody(ground, actor.Value), cancellationToken);
    }

    /// <summary>That rows left the house in a file: who took how many, and what for.</summary>
    public Task<bool> ExportedAsync(SortedDictionary<string, string?> what, CancellationToken cancellationToken) =>
        WriteAsync(ExportedKind, JsonSerializer.Serialize(what), cancellationToken);

    /// <param name="body">Canonical JSON in ids and codes.</param>
    public async Task<bool> WriteAsync(string kind, string body, CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var note = EngineItem.ToRecord.Note(clock.Timestamp, kind, body) with { Tell = outcome => written.TrySetResult(outcome is AskedOutcome.Remembered) };
        await queue.PostAsync(note, cancellationToken);
        return await written.Task.WaitAsync(cancellationToken);
    }
}
