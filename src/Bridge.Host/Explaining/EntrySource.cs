using Bridge.Journal;

namespace Bridge.Host.Explaining;

/// <summary>Entries of a journal by question. Once one could not be read there are no more, and <see cref="Failure"/> says why.</summary>
public sealed class EntrySource(Func<JournalQuery, int, StorageResult<IReadOnlyList<StoredEntry>>> page)
{
    private const int PageLength = 1000;

    public string? Failure { get; private set; }

    public IReadOnlyList<Told> Some(JournalQuery query, int most)
    {
        if (Failure is not null)
        {
            return [];
        }

        switch (page(query, most))
        {
            case StorageResult<IReadOnlyList<StoredEntry>>.Done done:
                return [.. done.Value.Select(Told.Of)];
            case StorageResult<IReadOnlyList<StoredEntry>>.Failed failed:
                Failure = $"{failed.Failure}: {failed.Reason}";
                return [];
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public Told? First(JournalQuery query) => Some(query, 1) is [var first, ..] ? first : null;

    public Told? At(long sequence) => First(new JournalQuery(After: sequence - 1, Before: sequence + 1));

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Told> All(JournalQuery query)
    {
        var all = new List<Told>();
        while (true)
        {
            var some = Some(query, PageLength);
            all.AddRange(some);
            if (some.Count < PageLength)
            {
                return all;
            }

            query = query with { After = some[^1].Sequence };
        }
    }
}
