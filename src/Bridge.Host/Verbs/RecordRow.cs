using System.Globalization;
using Bridge.Journal;
using Bridge.Journal.Records;

namespace Bridge.Host.Verbs;

/// <summary>A record as a row of text. Names and numbers are covered: in full they are shown where it is written down who looked.</summary>
internal static class RecordRow
{
    public static string[] Header { get; } =
    [
        "number", "created_at", "lobby", "case", "category", "result", "consent", "consent_by", "household", "count", "reference", "author", "completed_at",
        "left_at", "late", "changes", "name", "organisation", "phone", "host", "purpose",
    ];

    /// <param name="vault">Null when there is none: then nobody can be shown.</param>
    public static string[] Of(StoredRecord record, PersonVault? vault)
    {
        var now = record.Current;
        var (person, state) = Person(now.Person, vault);
        return
        [
            record.Number.ToString(), Time(record.Original.CreatedAt), record.Original.Lobby, record.Original.Case ?? "", now.Category ?? "", now.Result ?? "",
            now.ConsentKind ?? "", now.ConsentBy ?? "", now.Household ?? "", now.HeadCount?.ToString(CultureInfo.InvariantCulture) ?? "", now.Reference ?? "",
            record.Original.Author, Time(now.CompletedAt), Time(now.LeftAt), record.Original.Late ? "yes" : "no",
            record.Changes.Count.ToString(CultureInfo.InvariantCulture), person.Name ?? person.ClaimedName ?? state, person.Organisation ?? "", person.Phone ?? "",
            person.HostName ?? "", person.Purpose ?? "",
        ];
    }

    private static (PersonFields Fields, string State) Person(string? id, PersonVault? vault)
    {
        var nobody = new PersonFields();
        if (id is null)
        {
            return (nobody, "");
        }

        return vault?.Masked(id) switch
        {
            StorageResult<PersonRead>.Done { Value: PersonRead.Found found } => (found.Fields, ""),
            StorageResult<PersonRead>.Done { Value: PersonRead.Erased } => (nobody, "(erased)"),
            StorageResult<PersonRead>.Done { Value: PersonRead.Restricted } => (nobody, "(restricted)"),
            _ => (nobody, "(not readable)"),
        };
    }

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? "";
}
