using System.Collections.Immutable;
using Bridge.Console.Wording;

namespace Bridge.Console.Books.Records;

/// <summary>The columns of the procedure's two forms, in their order.</summary>
public static class BookColumns
{
    private static readonly ImmutableArray<BookColumn> Visitors =
    [
        Words("number", (row, _) => row.Number),
        new("at", (row, _) => new BookCell.Time(row.At)),
        Words("category", BookWords.Category),
        Words("name", BookWords.Name),
        Words("organisation", (row, _) => row.Person.Organisation),
        new("headCount", (row, _) => row.HeadCount is { } count ? new BookCell.Count(count) : null),
        Words("phone", (row, _) => row.Person.Phone),
        Words("document", (row, _) => BookWords.Document(row.Person)),
        Words("host", (row, _) => row.Person.Host),
        Words("unit", (row, _) => row.Unit),
        Words("purpose", (row, _) => row.Person.Purpose),
        Words("goods", (row, _) => row.Person.Goods),
        Words("consent", BookWords.Consent),
        Words("consentBy", (row, _) => row.ConsentBy),
        Words("reference", (row, _) => row.Reference),
        Words("result", BookWords.Result),
        Time("leftAt", row => row.LeftAt),
        Words("author", (row, _) => row.Author),
        Words("remark", BookWords.Remark),
    ];

    private static readonly ImmutableArray<BookColumn> Duties =
    [
        Words("number", (row, _) => row.Number),
        new("at", (row, _) => new BookCell.Time(row.At)),
        Words("shift", (row, _) => row.Shift),
        Words("category", BookWords.Category),
        Words("lobby", (row, words) => words.Name(row.Lobby)),
        Words("unit", (row, _) => row.Unit),
        Words("name", BookWords.Name),
        Words("text", (row, _) => row.Person.Text),
        Words("action", BookWords.Consent),
        Words("told", (row, _) => row.Told),
        Time("toldAt", row => row.ToldAt),
        Words("result", BookWords.Result),
        Words("carriedOver", (row, words) => row.CarriedOver ? words["book.yes"] : null),
        Words("author", (row, _) => row.Author),
        Words("remark", BookWords.Remark),
    ];

    public static ImmutableArray<BookColumn> Of(BookForm form) => form switch
    {
        BookForm.VisitorLog => Visitors,
        BookForm.DutyLog => Duties,
    };

    private static BookColumn Words(string key, Func<BookRow, Phrases, string?> said) =>
        new(key, (row, words) => said(row, words) is { Length: > 0 } text ? new BookCell.Words(text) : null);

    private static BookColumn Time(string key, Func<BookRow, DateTimeOffset?> at) => new(key, (row, _) => at(row) is { } time ? new BookCell.Time(time) : null);
}
