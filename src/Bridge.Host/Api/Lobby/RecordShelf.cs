using Bridge.Host.Configuration;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Api.Lobby;

/// <summary>The kept records, read from the journal beside the engine, with names covered.</summary>
public sealed class RecordShelf(SiteConfiguration configuration, PersonVault vault, RegisterFacts register)
{
    public const int Longest = 200;

    /// <summary>Null when the journal cannot be read.</summary>
    public IReadOnlyList<RecordView>? Page(RecordQuery query, Func<string, bool> lobbies)
    {
        if (RecordReader.Open(configuration.Paths.Journal) is not StorageResult<RecordReader>.Done { Value: var reader })
        {
            return null;
        }

        using (reader)
        {
            return reader.Page(query, Longest) is StorageResult<IReadOnlyList<StoredRecord>>.Done { Value: var found }
                ? [.. found.Where(record => lobbies(record.Original.Lobby)).Select(Draw)]
                : null;
        }
    }

    private RecordView Draw(StoredRecord record)
    {
        var now = record.Current;
        var person = now.Person is { } id && vault.Masked(id) is StorageResult<PersonRead>.Done { Value: PersonRead.Found { Fields: var fields } } ? fields : null;
        return new RecordView(
            record.Number.ToString(), record.Original.CreatedAt, record.Original.Lobby, record.Original.Case, now.Category, now.Result, now.ConsentKind,
            now.ConsentBy is { } by && by == now.Household ? Unit(by) : now.ConsentBy, now.HeadCount)
        {
            Name = person?.Name ?? person?.ClaimedName,
            Organisation = person?.Organisation,
            Unit = now.Household is { } household ? Unit(household) : null,
            Author = record.Original.Author,
            Late = record.Original.Late || record.Changes.Any(change => change.Reason == "late"),
            Changes = [.. record.Changes.Select(change => change.Reason ?? "")],
        };
    }

    private string? Unit(string household) => register.UnitOf(new HouseholdId(household));
}
