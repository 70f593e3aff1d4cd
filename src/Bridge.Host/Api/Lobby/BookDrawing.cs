using System.Text.Json;
using Bridge.Console.Books.Records;
using Bridge.Host.Seats;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Api.Lobby;

/// <summary>A record as the pages know it: by the site's wall, with tower and floor instead of a unit.</summary>
internal static class BookDrawing
{
    public static BookRow Row(RecordView view, SeatNames lobbies, IReadOnlyDictionary<string, string> names, TimeZoneInfo zone) =>
        new(view.Number, TimeZoneInfo.ConvertTime(view.At, zone), lobbies.Lobby(new LobbyId(view.Lobby)))
        {
            Place = view.Place,
            Category = Pascal(view.Category) ?? "",
            Case = view.Case,
            Shift = view.Shift,
            Person = Person(view.Fields, view.Person),
            HeadCount = view.HeadCount,
            Unit = UnitMask.Cover(view.Unit),
            Consent = Pascal(view.ConsentKind),
            ConsentBy = view.ConsentBy is { } by && by == view.Unit ? UnitMask.Cover(by) : Name(view.ConsentBy, names),
            Reference = view.Reference,
            Result = Code(view.Result),
            LeftAt = Local(view.LeftAt, zone),
            Told = Name(view.Told, names),
            ToldAt = Local(view.ToldAt, zone),
            CarriedOver = view.CarriedOver,
            Author = Name(view.Author, names)!,
            Late = view.Late,
            PaperSheet = view.PaperSheet,
            Changes = [.. view.History.Select(step => new BookChange(
                TimeZoneInfo.ConvertTime(step.At, zone), Name(step.By, names)!, step.Kind, step.OfPerson ? Person(step.Fields, null) : null))],
        };

    public static PersonState State(PersonStanding standing) => standing switch
    {
        PersonStanding.Kept => PersonState.Kept,
        PersonStanding.Erased => PersonState.Erased,
        PersonStanding.Restricted => PersonState.Restricted,
        PersonStanding.Unreadable => PersonState.Unreadable,
    };

    /// <summary>What is kept of a person, by the names of the columns.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(PersonFields? fields) => ((KeyValuePair<string, string?>[])
    [
        new("name", fields?.Name), new("claimedName", fields?.ClaimedName), new("organisation", fields?.Organisation), new("phone", fields?.Phone),
        new("document", Both(fields?.DocumentType, fields?.DocumentLast4)), new("host", fields?.HostName), new("purpose", fields?.Purpose),
        new("goods", fields?.Goods), new("text", fields?.Text), new("reason", fields?.Reason),
    ]).Where(field => field.Value is { Length: > 0 }).Select(field => new KeyValuePair<string, string>(field.Key, field.Value!));

    private static string? Both(string? first, string? second) => first is null && second is null ? null : $"{first} {second}".Trim();

    private static CoveredPerson Person(PersonFields? fields, PersonStanding? standing) => new()
    {
        State = standing is { } kept ? State(kept) : null,
        Name = fields?.Name ?? fields?.ClaimedName,
        Organisation = fields?.Organisation,
        Phone = fields?.Phone,
        DocumentType = fields?.DocumentType,
        DocumentLast4 = fields?.DocumentLast4,
        Host = fields?.HostName,
        Purpose = fields?.Purpose,
        Goods = fields?.Goods,
        Text = fields?.Text,
    };

    private static string? Name(string? id, IReadOnlyDictionary<string, string> names) => id is null ? null : names.GetValueOrDefault(id, id);

    private static string? Pascal(string? code) => code is { Length: > 0 } ? char.ToUpperInvariant(code[0]) + code[1..] : null;

    // As refusals are called in the API; what is no refusal is one word, or is named so in the phrases too.
    private static string? Code(string? result) => result is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(result);

    private static DateTimeOffset? Local(DateTimeOffset? at, TimeZoneInfo zone) => at is { } time ? TimeZoneInfo.ConvertTime(time, zone) : null;
}
