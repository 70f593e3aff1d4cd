using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>
/// Erases people. First the keys go, together with the list that says whose; from then on the rows tell nothing, whatever happens next. Then the rows go. The
/// list is in both files: whichever of them is restored from a backup is cleaned by the other's.
/// </summary>
internal sealed class PersonErasure(PersonKeys keys, SqliteConnection journal, long now, Action<string>? before)
{
    /// <summary>A key without a row belongs to a commit that never came; one that is still to come does not take that long.</summary>
    private static readonly TimeSpan OrphanAge = TimeSpan.FromDays(7);

    /// <summary>Longer than any backup is kept.</summary>
    private static readonly TimeSpan ListAge = TimeSpan.FromDays(400);

    public Erasure Erase(IReadOnlyCollection<string> ids)
    {
        var restricted = Restricted();
        var erased = ids.Where(id => !restricted.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        EraseBoth(erased);
        return new Erasure(ids.Count, ids.Count - erased.Count, Clean());
    }

    public Erasure Expire(RetentionLimits limits, int max)
    {
        var due = Enum.GetValues<RetentionClass>().SelectMany(retention => Due(retention, limits.Of(retention), max)).Take(max).ToList();
        if (due.Count > 0)
        {
            EraseBoth(due);
        }

        return new Erasure(due.Count, 0, due.Count == 0 || Clean());
    }

    public IReadOnlyList<string> OfSubject(string subject)
    {
        using var rows = new Statement(journal, "SELECT person FROM person_subject WHERE subject = ?");
        return rows.Bind(1, subject).Ids();
    }

    public int Settle()
    {
        var inJournal = Ids("SELECT id FROM person_erased").ToHashSet(StringComparer.Ordinal);
        var inKeys = keys.Erased().ToHashSet(StringComparer.Ordinal);
        // A row may be there in spite of the list: of a commit that was sealed before and came after.
        var left = Ids("SELECT id FROM person WHERE id IN (SELECT id FROM person_erased)");
        var unfinished = inJournal.Except(inKeys).Union(inKeys.Except(inJournal)).Union(left).ToList();
        if (unfinished.Count > 0)
        {
            EraseBoth(unfinished);
        }

        var rows = Ids("SELECT id FROM person").ToHashSet(StringComparer.Ordinal);
        var orphans = keys.MadeBefore(now - OrphanAge.Ticks).Where(id => !rows.Contains(id)).ToList();
        if (orphans.Count > 0)
        {
            keys.Drop(orphans);
        }

        Forget();
        if (unfinished.Count + orphans.Count > 0)
        {
            Clean();
        }

        return unfinished.Count;
    }

    public int Restrict(IReadOnlyCollection<string> ids, DateTimeOffset? until)
    {
        var there = 0;
        journal.InTransaction(() =>
        {
            using var update = new Statement(journal, "UPDATE person SET restricted_until = ? WHERE id = ?");
            foreach (var id in ids)
            {
                update.Bind(1, until is { } end ? Timestamps.ToTicks(end) : null).Bind(2, id).Run();
                there += journal.ChangedRows();
            }
        });
        return there;
    }

    private void EraseBoth(IReadOnlyCollection<string> ids)
    {
        before?.Invoke("keys");
        keys.Erase(ids, now);
        before?.Invoke("rows");
        journal.InTransaction(() =>
        {
            using var remember = new Statement(journal, "INSERT OR IGNORE INTO person_erased (id, erased_at) VALUES (?, ?)");
            using var delete = new Statement(journal, "DELETE FROM person WHERE id = ?");
            foreach (var id in ids)
            {
                remember.Bind(1, id).Bind(2, now).Run();
                delete.Bind(1, id).Run();
            }
        });
    }

    private bool Clean()
    {
        before?.Invoke("keys log");
        var compacted = keys.Compact();
        before?.Invoke("journal log");
        return journal.EmptyLog() && compacted;
    }

    private HashSet<string> Restricted()
    {
        using var rows = new Statement(journal, "SELECT id FROM person WHERE restricted_until > ?");
        return rows.Bind(1, now).Ids().ToHashSet(StringComparer.Ordinal);
    }

    private IReadOnlyList<string> Due(RetentionClass retention, TimeSpan limit, int max)
    {
        using var rows = new Statement(
            journal, "SELECT id FROM person WHERE class = ?1 AND since <= ?2 AND (restricted_until IS NULL OR restricted_until <= ?3) ORDER BY since LIMIT ?4");
        return rows.Bind(1, (int)retention).Bind(2, now - limit.Ticks).Bind(3, now).Bind(4, max).Ids();
    }

    private void Forget()
    {
        keys.ForgetErased(now - ListAge.Ticks);
        using var forget = new Statement(journal, "DELETE FROM person_erased WHERE erased_at < ?");
        forget.Bind(1, now - ListAge.Ticks).Run();
    }

    private IReadOnlyList<string> Ids(string sql)
    {
        using var rows = new Statement(journal, sql);
        return rows.Ids();
    }
}
