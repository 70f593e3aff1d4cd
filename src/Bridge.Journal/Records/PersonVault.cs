using System.Security.Cryptography;
using Bridge.Journal.Register;
using Bridge.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Bridge.Journal.Records;

/// <summary>
/// Seals what is personal and opens it again. The sealed row lies in the journal, beside the chain; its keys lie in a second file. Who deletes the keys has
/// erased the person, and the chain stays as it is. May be used from any thread.
/// </summary>
public sealed class PersonVault : IDisposable
{
    private readonly Lock gate = new();
    private readonly PersonVaultOptions options;
    private readonly TimeProvider time;
    private readonly PersonKeys keys;
    private SqliteConnection? journal;

    internal PersonVault(PersonVaultOptions options, TimeProvider time, PersonKeys keys)
    {
        this.options = options;
        this.time = time;
        this.keys = keys;
    }

    /// <summary>One attempt to open (or create) the file of keys.</summary>
    public static PersonVaultOpened Open(PersonVaultOptions options, TimeProvider time) => PersonVaultOpener.Open(options, time);

    /// <summary>
    /// Seals one row for the next commit. Returns when its keys are synced: a commit that does not come leaves keys of nothing behind, which say nothing.
    /// </summary>
    public StorageResult<SealedPerson> Seal(PersonDraft draft) => Seal([draft]) switch
    {
        StorageResult<IReadOnlyList<SealedPerson>>.Done done => new StorageResult<SealedPerson>.Done(done.Value[0]),
        StorageResult<IReadOnlyList<SealedPerson>>.Failed failed => new StorageResult<SealedPerson>.Failed(failed.Failure, failed.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Several rows with one sync.</summary>
    public StorageResult<IReadOnlyList<SealedPerson>> Seal(IReadOnlyList<PersonDraft> drafts) => Attempted<IReadOnlyList<SealedPerson>>(() =>
    {
        var made = drafts.Select(draft => (Draft: draft, Id: RandomId.Next(), Key: NewKey())).ToList();
        keys.Add([.. made.Select(one => (one.Id, one.Key))], Timestamps.ToTicks(time.GetUtcNow()));
        return [.. made.Select(one => Sealed(one.Id, one.Draft, one.Key))];
    });

    /// <summary>The fields in full: for the bridge's own comparing, never for a screen. Those are <see cref="Masked"/> and <see cref="Unmask"/>.</summary>
    public StorageResult<PersonRead> Open(string id) => Attempted(() => Read(id, ofAuditor: false));

    /// <summary>For lists and screens: names and numbers are covered.</summary>
    public StorageResult<PersonRead> Masked(string id) => Attempted(() => Read(id, ofAuditor: false) switch
    {
        PersonRead.Found found => new PersonRead.Found(PersonMask.Cover(found.Fields)),
        var other => other,
    });

    /// <summary>In full, for a person who says why. The caller appends <see cref="Disclosure.EntryBody"/> to the journal before he shows it.</summary>
    public StorageResult<PersonRead> Unmask(Disclosure disclosure) => Attempted(() => Read(disclosure.Person, disclosure.ToAuditor));

    /// <summary>Is this the digest that the journal must carry for the row? False also when the row is not there any more.</summary>
    public StorageResult<bool> Matches(string id, ReadOnlyMemory<byte> commitment) => Attempted(() =>
        keys.Find(id) is { } key && Read(id, ofAuditor: true) is PersonRead.Found found
        && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.Commitment, PersonText.Encode(found.Fields)), commitment.Span));

    /// <summary>
    /// Deletes the keys and then the rows of people. Cut short at any step it is finished by <see cref="Settle"/>, and no key is left from the first on. The
    /// chain is not touched. The caller appends <see cref="Erasure.EntryBody"/> afterwards.
    /// </summary>
    public StorageResult<Erasure> Erase(IReadOnlyCollection<string> ids) => Erased(erasure => erasure.Erase(ids));

    /// <summary>The same for all rows that share a reference.</summary>
    public StorageResult<Erasure> EraseSubject(string subject) => Erased(erasure => erasure.Erase(erasure.OfSubject(subject)));

    /// <summary>Erases rows whose time is over, at most <paramref name="max"/> of them.</summary>
    public StorageResult<Erasure> Expire(RetentionLimits limits, int max) => Erased(erasure => erasure.Expire(limits, max));

    /// <summary>
    /// Finishes erasures that were cut short, does them again in a file that was restored from a backup, and drops keys whose commit never came. Before anybody
    /// is shown a row, and once a day.
    /// </summary>
    /// <returns>How many erasures had to be finished.</returns>
    public StorageResult<int> Settle() => Erased(erasure => erasure.Settle());

    /// <summary>Keeps rows, for a law or an open matter, from being erased and from being seen by anybody but an auditor.</summary>
    /// <param name="until">Null lifts it.</param>
    /// <returns>How many rows there were.</returns>
    public StorageResult<int> Restrict(IReadOnlyCollection<string> ids, DateTimeOffset? until) => Erased(erasure => erasure.Restrict(ids, until));

    /// <summary>How many there are of each class, and how old.</summary>
    public StorageResult<IReadOnlyList<RetentionCount>> Census() => Attempted<IReadOnlyList<RetentionCount>>(() =>
    {
        using var rows = new Statement(
            Journal(),
            "SELECT class, count(*), ifnull(sum(restricted_until > ?1), 0), min(since) FILTER (WHERE restricted_until IS NULL OR restricted_until <= ?1) FROM person GROUP BY class");
        rows.Bind(1, Timestamps.ToTicks(time.GetUtcNow()));
        var counts = new List<RetentionCount>();
        while (rows.Step())
        {
            counts.Add(new RetentionCount(
                (RetentionClass)rows.Long(0), (int)rows.Long(1), (int)rows.Long(2), rows.IsNull(3) ? null : Timestamps.FromTicks(rows.Long(3))));
        }

        return counts;
    });

    public void Dispose()
    {
        lock (gate)
        {
            journal?.Dispose();
            keys.Dispose();
        }
    }

    private static PersonKey NewKey() =>
        new(RandomNumberGenerator.GetBytes(PersonSeal.KeyLength), RandomNumberGenerator.GetBytes(PersonSeal.KeyLength));

    private static SealedPerson Sealed(string id, PersonDraft draft, PersonKey key)
    {
        var canonical = PersonText.Encode(draft.Fields);
        var person = new SealedPerson(
            id, PersonSeal.Seal(id, canonical, key.Data), HMACSHA256.HashData(key.Commitment, canonical), draft.Class, draft.Since) { Subject = draft.Subject };
        CryptographicOperations.ZeroMemory(canonical);
        return person;
    }

    private PersonRead Read(string id, bool ofAuditor)
    {
        if (keys.IsErased(id))
        {
            return new PersonRead.Erased();
        }

        using var row = new Statement(Journal(), "SELECT sealed, restricted_until FROM person WHERE id = ?");
        if (!row.Bind(1, id).Step())
        {
            return IsErasedInJournal(id) ? new PersonRead.Erased() : new PersonRead.Missing();
        }

        if (!ofAuditor && !row.IsNull(1) && row.Long(1) > Timestamps.ToTicks(time.GetUtcNow()))
        {
            return new PersonRead.Restricted();
        }

        return keys.Find(id) is { } key && PersonSeal.Open(id, row.Bytes(0), key.Data) is { } canonical
            ? new PersonRead.Found(PersonText.Decode(canonical))
            : new PersonRead.Damaged();
    }

    private bool IsErasedInJournal(string id)
    {
        using var row = new Statement(Journal(), "SELECT 1 FROM person_erased WHERE id = ?");
        return row.Bind(1, id).Step();
    }

    private SqliteConnection Journal() => journal ??= SqliteFile.OpenForReading(options.Journal, options.LockWait);

    private StorageResult<T> Erased<T>(Func<PersonErasure, T> work) => Attempted(() =>
    {
        using var writing = SqliteFile.OpenForWriting(options.Journal, options.LockWait, options.Synchronous, eraseDeleted: true);
        return work(new PersonErasure(keys, writing, Timestamps.ToTicks(time.GetUtcNow()), options.Before));
    });

    private StorageResult<T> Attempted<T>(Func<T> work)
    {
        lock (gate)
        {
            return Attempt.At(options.Keys, work);
        }
    }
}
