using Bridge.Journal;

namespace Bridge.Simulation.Explanations;

/// <summary>A journal in memory that answers questions as the file does.</summary>
internal sealed class HeldJournal(IReadOnlyList<StoredEntry> entries)
{
    public StorageResult<IReadOnlyList<StoredEntry>> Page(JournalQuery query, int most)
    {
        var chosen = entries.Where(stored => stored.Position.Sequence > (query.After ?? long.MinValue) && stored.Position.Sequence < (query.Before ?? long.MaxValue)
            && (query.Door is null || stored.Entry.Door == query.Door) && (query.Correlation is null || stored.Entry.Correlation == query.Correlation)
            && (query.Kind is null || stored.Entry.Kind == query.Kind) && (query.Origin is null || stored.Entry.Origin == query.Origin));
        var ordered = query.NewestFirst ? chosen.Reverse() : chosen;
        return new StorageResult<IReadOnlyList<StoredEntry>>.Done([.. ordered.Take(most)]);
    }
}
