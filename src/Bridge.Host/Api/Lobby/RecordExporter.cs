using System.Globalization;
using System.Text;
using Bridge.Console.Books.Records;
using Bridge.Console.Wording;
using Bridge.Host.Accounts;
using Bridge.Host.Configuration;
using Bridge.Host.Exporting;
using Bridge.Host.Seats;
using Bridge.Host.Translation;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bridge.Host.Api.Lobby;

/// <summary>Lines of a book as a file, with names covered. That they leave the house is in the journal before they do.</summary>
internal sealed class RecordExporter(BookReading books, RecordNotes notes, SeatNames lobbies, SiteConfiguration site, TimeProvider time)
{
    /// <summary>More lines than a month of a busy lobby; who needs more asks for them in parts.</summary>
    public const int MostRows = 20_000;

    private const int PageLength = 199;

    public async Task<IResult> ExportAsync(BookForm form, ExportAsk ask, Caller caller, CancellationToken cancellationToken)
    {
        if (ask.Purpose is not { } purpose)
        {
            return Answers.BadRequest("purpose", $"Say what it is for: {string.Join(", ", Enum.GetNames<ExportPurpose>())}.");
        }

        var (rows, problem) = await RowsAsync(form, ask, caller, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var format = ask.Format ?? ExportFormat.Csv;
        return await notes.ExportedAsync(Note(form, format, purpose, ask, caller, rows.Count), cancellationToken)
            ? await FileAsync(form, format, ask, rows, cancellationToken)
            : Unavailable();
    }

    private async Task<(IReadOnlyList<BookRow> Rows, IResult? Problem)> RowsAsync(BookForm form, ExportAsk ask, Caller caller, CancellationToken cancellationToken)
    {
        var rows = new List<BookRow>();
        var search = new BookSearch { From = ask.From, Until = ask.Until, Lobby = ask.Lobby, Unit = ask.Unit, Number = ask.Number, OldestFirst = true, Length = PageLength };
        while (true)
        {
            if (await books.FindAsync(caller, form, search, cancellationToken) is not { } sheet)
            {
                return ([], Unavailable());
            }

            rows.AddRange(sheet.Rows);
            if (rows.Count > MostRows)
            {
                return ([], Answers.BadRequest("too_many_rows", $"More than {MostRows} lines: ask for fewer days."));
            }

            if (!sheet.More)
            {
                return (rows, null);
            }

            search = search with { After = rows[^1].Place };
        }
    }

    private static SortedDictionary<string, string?> Note(BookForm form, ExportFormat format, ExportPurpose purpose, ExportAsk ask, Caller caller, int rows) => new(StringComparer.Ordinal)
    {
        ["actor"] = caller.Actor.Value,
        ["form"] = EventTranslation.Camel(form.ToString()),
        ["format"] = EventTranslation.Camel(format.ToString()),
        ["from"] = Day(ask.From),
        ["purpose"] = EventTranslation.Camel(purpose.ToString()),
        ["rows"] = rows.ToString(CultureInfo.InvariantCulture),
        ["until"] = Day(ask.Until),
    };

    private async Task<IResult> FileAsync(BookForm form, ExportFormat format, ExportAsk ask, IReadOnlyList<BookRow> rows, CancellationToken cancellationToken)
    {
        var words = Phrases.For(DisplayLanguages.FromCode(ask.Lang));
        var columns = BookColumns.Of(form);
        var title = words[form == BookForm.VisitorLog ? "visitor-log.title" : "duty-log.title"];
        var table = new ExportTable(
            title, [.. columns.Select(column => words[$"book.column.{column.Key}"])],
            [.. rows.Select(row => (IReadOnlyList<BookCell?>)[.. columns.Select(column => column.Cell(row, words))])]);
        var name = $"{FileName(title)}_{FileName(Lobby(ask, words))}_{Span(ask)}";
        return format switch
        {
            ExportFormat.Csv => TypedResults.File(CsvExport.Write(table), CsvExport.ContentType, name + ".csv"),
            ExportFormat.Xlsx => TypedResults.File(await XlsxExport.WriteAsync(table, cancellationToken), XlsxExport.ContentType, name + ".xlsx"),
        };
    }

    // What was asked for stands in the name only where the site itself knows it.
    private string Lobby(ExportAsk ask, Phrases words) =>
        ask.Lobby is { Length: > 0 } id && site.Rules.Admission.Lobbies.ContainsKey(new LobbyId(id)) ? words.Name(lobbies.Lobby(new LobbyId(id))) : words["book.lobby.all"];

    private string Span(ExportAsk ask) => (ask.From, ask.Until) switch
    {
        ({ } from, { } until) when from.Month == until.Month && from.Year == until.Year => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        (null, null) => TimeZoneInfo.ConvertTime(time.GetUtcNow(), site.TimeZone).ToString("yyyy-MM", CultureInfo.InvariantCulture),
        var (from, until) => $"{Day(from)}-{Day(until)}".Trim('-'),
    };

    private static string FileName(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            safe.Append(char.IsLetterOrDigit(letter) ? letter : '-');
        }

        return safe.ToString();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ProblemHttpResult Unavailable() => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "journal_unavailable", "The journal cannot be used now: nothing is exported.");
}
