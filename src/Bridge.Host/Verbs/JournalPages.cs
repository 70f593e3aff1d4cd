using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>Walks a journal page by page, so that nothing stays locked under the running service.</summary>
internal sealed class JournalPages(JournalReader reader, TextWriter errors)
{
    private const int PageLength = 1000;

    /// <summary>Calls <paramref name="take"/> for every entry, oldest first; the last sequence seen, or null when the journal could not be read.</summary>
    public async Task<long?> WalkAsync(JournalQuery query, Func<StoredEntry, CancellationToken, Task> take, CancellationToken cancellationToken)
    {
        var last = query.After ?? 0;
        while (true)
        {
            if (await PageAsync(query with { After = last }, PageLength, cancellationToken) is not { } page)
            {
                return null;
            }

            foreach (var entry in page)
            {
                await take(entry, cancellationToken);
                last = entry.Position.Sequence;
            }

            if (page.Count < PageLength)
            {
                return last;
            }
        }
    }

    /// <summary>One page; null, and a message, when the journal could not be read.</summary>
    public async Task<IReadOnlyList<StoredEntry>?> PageAsync(JournalQuery query, int length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (reader.Page(query, length))
        {
            case StorageResult<IReadOnlyList<StoredEntry>>.Done page:
                return page.Value;
            case StorageResult<IReadOnlyList<StoredEntry>>.Failed failed:
                await errors.WriteLineAsync($"The journal cannot be read ({failed.Failure}): {failed.Reason}");
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
