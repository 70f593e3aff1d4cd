using Bridge.Console.Books.Records;
using Bridge.Host.Accounts;
using Bridge.Host.Configuration;
using Bridge.Host.Seats;
using Bridge.Host.Translation;
using Bridge.Journal.Records;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api.Lobby;

/// <summary>Reads the books for the page, the paper and the export: the rows that the API gives this caller, in the words of the pages.</summary>
internal sealed class BookReading(RecordShelf shelf, RecordOffice office, SeatNames lobbies, AccountNames accounts, SiteConfiguration site, TimeProvider time)
{
    /// <summary>Null when the journal cannot be read.</summary>
    public async Task<BookSheet?> FindAsync(Caller caller, BookForm form, BookSearch search, CancellationToken cancellationToken)
    {
        // One more than is shown says whether there are more.
        var length = Math.Clamp(search.Length, 1, RecordShelf.Longest - 1);
        return Views(caller, form, search, length + 1) is { } found
            ? new BookSheet([.. await DrawAsync([.. found.Take(length)], cancellationToken)], found.Count > length)
            : null;
    }

    public async Task<IEnumerable<ShownVersion>> DrawAsync(IReadOnlyList<PersonVersion> versions, CancellationToken cancellationToken)
    {
        var names = await accounts.OfAsync(versions.Select(version => version.By), cancellationToken);
        return versions.Select(version => new ShownVersion(
            TimeZoneInfo.ConvertTime(version.At, site.TimeZone), names[version.By], BookDrawing.State(version.Standing), [.. BookDrawing.Fields(version.Fields)]));
    }

    private IReadOnlyList<RecordView>? Views(Caller caller, BookForm form, BookSearch search, int most)
    {
        var kept = KeptForm(form);
        if (search.Number is { } number)
        {
            return RecordNumber.TryParse(number)?.Form == kept && office.Find(caller, number) is { } one ? [one] : [];
        }

        if (search.From > search.Until)
        {
            return [];
        }

        var wanted = new RecordSearch(
            search.From is { } from ? SiteDay.Begin(from, site.TimeZone) : null, search.Until is { } until ? SiteDay.Begin(until.AddDays(1), site.TimeZone) : null,
            null, null, search.Unit, search.Lobby, search.After, most, !search.OldestFirst);
        return RecordEndpoints.Read(kept, wanted, caller, shelf, time) is IValueHttpResult { Value: IEnumerable<RecordView> rows } ? [.. rows] : null;
    }

    private static RecordForm KeptForm(BookForm form) => form switch
    {
        BookForm.VisitorLog => RecordForm.VisitorLog,
        BookForm.DutyLog => RecordForm.DutyLog,
    };

    private async Task<IEnumerable<BookRow>> DrawAsync(IReadOnlyList<RecordView> views, CancellationToken cancellationToken)
    {
        var names = await accounts.OfAsync(views.SelectMany(Accounts), cancellationToken);
        return views.Select(view => BookDrawing.Row(view, lobbies, names, site.TimeZone));
    }

    private static IEnumerable<string> Accounts(RecordView view) =>
        ((string?[])[view.Author, view.ConsentBy, view.Told, .. view.History.Select(step => step.By)]).OfType<string>();
}
