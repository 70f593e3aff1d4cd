using System.Globalization;
using System.Text.Json;
using Bridge.Host.Accounts;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Journal.Residents;
using Bridge.Policy;

namespace Bridge.Host.Api.Lobby;

/// <summary>
/// Forgets people: one post asks, the auditor carries it out or declines. A wish is kept until then; what became of it is in the journal, and the chain stays valid.
/// </summary>
public sealed class ErasureOffice(RecordShelf shelf, PersonVault vault, ErasureWishes wishes, RecordNotes notes, TimeProvider time)
{
    public const string RestrictedKind = "PersonRestricted";
    public const string DeclinedKind = "ErasureDeclined";

    private const int MostWishes = 1000;

    /// <summary>All of them for who carries them out; his own for who asks. Null when they cannot be read.</summary>
    public IReadOnlyList<ErasureWish>? Wishes(Caller caller) =>
        Kept()?.Where(wish => caller.ReachOf(Permission.ErasePerson) != Reach.None || wish.AskedBy == caller.Actor).ToList();

    public ErasureOutcome Ask(Caller caller, IReadOnlyList<string> records, ErasureGround ground)
    {
        var found = records.Select(Find).ToList();
        if (found.Any(record => record is null || !RecordReach.Sees(caller, record, time.GetUtcNow())))
        {
            return new ErasureOutcome.NotThere();
        }

        var wish = new StoredWish(
            ResidentRegister.NewId(), [.. found.Select(record => record!.Number).Distinct()], EventTranslation.Camel(ground.ToString()), caller.Actor.Value, time.GetUtcNow());
        return Kept() is { Count: < MostWishes } && wishes.Add(wish) is StorageResult<bool>.Done ? new ErasureOutcome.Noted(Draw(wish)) : new ErasureOutcome.Unavailable();
    }

    /// <summary>Nobody is forgotten; that it was declined is written down.</summary>
    public async Task<ErasureOutcome> DeclineAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (Kept()?.FirstOrDefault(wish => wish.Id == id) is not { } wish)
        {
            return new ErasureOutcome.NotThere();
        }

        var body = JsonSerializer.Serialize(new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["actor"] = caller.Actor.Value,
            ["askedBy"] = wish.AskedBy.Value,
            ["count"] = wish.Records.Count.ToString(CultureInfo.InvariantCulture),
            ["ground"] = EventTranslation.Camel(wish.Ground.ToString()),
        });
        return await notes.WriteAsync(DeclinedKind, body, cancellationToken) && wishes.Remove(id) is StorageResult<bool>.Done
            ? new ErasureOutcome.Declined()
            : new ErasureOutcome.Unavailable();
    }

    public async Task<ErasureOutcome> CarryOutAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        if (Kept()?.FirstOrDefault(wish => wish.Id == id) is not { } wish)
        {
            return new ErasureOutcome.NotThere();
        }

        if (wish.AskedBy == caller.Actor)
        {
            return new ErasureOutcome.OwnWish();
        }

        // The wish goes last: cut short anywhere, it is carried out again, which does no harm.
        return vault.Erase(PeopleOf(wish.Records)) is StorageResult<Erasure>.Done { Value: var erasure }
            && await notes.ErasedAsync(erasure, EventTranslation.Camel(wish.Ground.ToString()), caller.Actor, cancellationToken)
            && wishes.Remove(id) is StorageResult<bool>.Done
                ? new ErasureOutcome.Done(erasure.Asked, erasure.Restricted, erasure.LogEmptied)
                : new ErasureOutcome.Unavailable();
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
        if (vault.Restrict(people, until) is not StorageResult<int>.Done { Value: var rows })
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

    private List<ErasureWish>? Kept() => wishes.All() is StorageResult<IReadOnlyList<StoredWish>>.Done { Value: var kept } ? [.. kept.Select(Draw)] : null;

    private static ErasureWish Draw(StoredWish wish) => new(
        wish.Id, [.. wish.Records.Select(number => number.ToString())], Enum.Parse<ErasureGround>(wish.Ground, ignoreCase: true), new ActorId(wish.AskedBy), wish.AskedAt);

    private List<string> PeopleOf(IReadOnlyList<string> records) =>
        [.. records.Select(Find).OfType<StoredRecord>().SelectMany(RecordOffice.People).Select(row => row.Person).Distinct(StringComparer.Ordinal)];

    private StoredRecord? Find(string number) => RecordNumber.TryParse(number) is { } parsed ? shelf.Find(parsed) : null;
}
