using Bridge.Host.Configuration;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Api.Lobby;

/// <summary>The kept records, read from the journal beside the engine, with names covered.</summary>
public sealed class RecordShelf(SiteConfiguration configuration, PersonVault vault, RegisterFacts register)
{
    /// <summary>So many to a page at most.</summary>
    public const int Longest = 200;

    /// <summary>Null when the journal cannot be read.</summary>
    public IReadOnlyList<RecordView>? Page(RecordQuery query, int max, Func<string, bool> lobbies) => Read(reader =>
        reader.Page(query, max) is StorageResult<IReadOnlyList<StoredRecord>>.Done { Value: var found }
            ? found.Where(record => lobbies(record.Original.Lobby)).Select(Draw).ToList()
            : null);

    /// <summary>Null when there is no such record, or the journal cannot be read.</summary>
    public StoredRecord? Find(RecordNumber number) => Read(reader => reader.Find(number) is StorageResult<StoredRecord?>.Done { Value: var found } ? found : null);

    public RecordView Draw(StoredRecord record)
    {
        var now = record.Current;
        var person = now.Person is null ? null : Look(now.Person);
        var fields = (person as PersonRead.Found)?.Fields;
        return new RecordView(
            record.Number.ToString(), record.Original.CreatedAt, record.Original.Lobby, record.Original.Case, now.Category, now.Result, now.ConsentKind,
            now.ConsentBy is { } by && by == now.Household ? Unit(by) : now.ConsentBy, now.HeadCount)
        {
            Place = record.Place,
            Name = fields?.Name ?? fields?.ClaimedName,
            Organisation = fields?.Organisation,
            Phone = fields?.Phone,
            Unit = now.Household is { } household ? Unit(household) : null,
            Person = person is null ? null : StandingOf(person),
            Author = record.Original.Author,
            Late = record.Original.Late || record.Changes.Any(change => change.Reason == "late"),
            PaperSheet = record.Original.PaperSheet ?? record.Changes.Select(change => change.PaperSheet).LastOrDefault(sheet => sheet is not null),
            Changes = [.. record.Changes.Select(change => change.Reason ?? "")],
            History = [.. record.Changes.Select(Step)],
            Fields = fields,
            Reference = now.Reference,
            LeftAt = now.LeftAt,
            Shift = record.Original.Shift,
            Told = now.Told,
            ToldAt = now.ToldAt,
            CarriedOver = now.CarriedOver ?? false,
        };
    }

    /// <summary>The id of the household in a unit; null when there is none.</summary>
    public string? HouseholdOf(string unit) => register.Directory.FindHousehold(unit, null);

    public static PersonStanding StandingOf(PersonRead read) => read switch
    {
        PersonRead.Found => PersonStanding.Kept,
        PersonRead.Erased => PersonStanding.Erased,
        PersonRead.Restricted => PersonStanding.Restricted,
        PersonRead.Missing or PersonRead.Damaged => PersonStanding.Unreadable,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private RecordStep Step(RecordChange change) => new(
        change.At, change.Author, change.Reason ?? "", change.Fields.Person is not null,
        change.Fields.Person is { } person ? (Look(person) as PersonRead.Found)?.Fields : null);

    private PersonRead Look(string person) => vault.Masked(person) is StorageResult<PersonRead>.Done { Value: var read } ? read : new PersonRead.Damaged();

    private string? Unit(string household) => register.UnitOf(new HouseholdId(household));

    private T? Read<T>(Func<RecordReader, T?> read)
        where T : class
    {
        if (RecordReader.Open(configuration.Paths.Journal) is not StorageResult<RecordReader>.Done { Value: var reader })
        {
            return null;
        }

        using (reader)
        {
            return read(reader);
        }
    }
}
