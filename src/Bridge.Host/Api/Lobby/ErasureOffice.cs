using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bridge.Host.Accounts;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Lobby;

/// <summary>
/// Forgets people: one post asks, the auditor carries it out. A wish is kept until the service stops; what was carried out is in the journal, and the chain stays valid.
/// </summary>
public sealed class ErasureOffice(RecordShelf shelf, PersonVault vault, RecordNotes notes, TimeProvider time)
{
    public const string RestrictedKind = "PersonRestricted";

    private const int MostWishes = 1000;
    private readonly ConcurrentDictionary<string, ErasureWish> wishes = new(StringComparer.Ordinal);

    /// <summary>All of them for who carries them out; his own for who asks.</summary>
    public IReadOnlyList<ErasureWish> Wishes(Caller caller) =>
        [.. wishes.Values.Where(wish => caller.ReachOf(Permission.ErasePerson) != Reach.None || wish.AskedBy == caller.Actor).OrderBy(wish => wish.AskedAt)];

    /// <summary>Null when one of the records is not there for this caller, or nobody carries wishes out.</summary>
    public ErasureWish? Ask(Caller caller, IReadOnlyList<string> records, ErasureGround ground)
    {
        if (wishes.Count >= MostWishes || records.Any(number => Find(number) is not { } record || !RecordReach.Sees(caller, record, time.GetUtcNow())))
        {
            return null;
        }

        var wish = new ErasureWish(ResidentRegister.NewId(), records, ground, caller.Actor, time.GetUtcNow());
        wishes[wish.Id] = wish;
        return wish;
    }

    public bool Withdraw(string id) => wishes.TryRemove(id, out _);

    public async Task<ErasureOutcome> CarryOutAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (!wishes.TryGetValue(id, out var wish))
        {
            return new ErasureOutcome.NotThere();
        }

        if (wish.AskedBy == caller.Actor)
        {
            return new ErasureOutcome.OwnWish();
        }

        if (vault.Erase(PeopleOf(wish.Records)) is not StorageResult<Erasure>.Done { Value: var erasure }
            || !await notes.ErasedAsync(erasure, EventTranslation.Camel(wish.Ground.ToString()), caller.Actor, cancellationToken))
        {
            return new ErasureOutcome.Unavailable();
        }

        wishes.TryRemove(id, out _);
        return new ErasureOutcome.Done(erasure.Asked, erasure.Restricted, erasure.LogEmptied);
    }

    /// <summary>Keeps who is in the records from being erased and from being seen by anybody but an auditor.</summary>
    /// <param name="until">Null lifts it.</param>
    public async Task<ErasureOutcome> RestrictAsync(Caller caller, IReadOnlyList<string> records, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (records.Any(number => Find(number) is null))
        {
            return new ErasureOutcome.NotThere();
        }

        var people = PeopleOf(records);
        if (vault.Restrict(people, until) is not StorageResult<int>.Done { Value: var rows})
        {
            return new ErasureOutcome.Unavailable();
        }

        var body = JsonSerializer.Serialize(new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["actor"] = caller.Actor.Value,
            ["count"] = rows.ToString(CultureInfo.InvariantCulture),
            ["until"] = until?.ToString("O", CultureInfo.InvariantCulture),
        });
        return await notes.WriteAsync(RestrictedKind, body, cancellationToken) ? new ErasureOutcome.Done(people.Count, rows, Complete: true) : new ErasureOutcome.Unavailable();
    }

    private List<string> PeopleOf(IReadOnlyList<string> records) =>
        [.. records.Select(Find).OfType<StoredRecord>().SelectMany(RecordOffice.People).Select(row => row.Person).Distinct(StringComparer.Ordinal)];

    private StoredRecord? Find(string number) => RecordNumber.TryParse(number) is { } parsed ? shelf.Find(parsed) : null;
}
