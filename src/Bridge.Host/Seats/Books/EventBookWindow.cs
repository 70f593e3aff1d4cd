using System.Collections.Immutable;
using Bridge.Console;
using Bridge.Console.Books.Events;
using Bridge.Console.Doors;
using Bridge.Console.Wording;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Auditing;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Configuration;
using Bridge.Host.Explaining;
using Bridge.Host.Seats.Posts;
using Bridge.Host.Translation;
using Bridge.Journal.Records;
using Bridge.Policy;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats.Books;

/// <summary>The journal of one open page.</summary>
internal sealed class EventBookWindow(PostWindow window, ICallingSeat seat, JournalShelf shelf, LobbyNames names, IDoorBoard board, SiteConfiguration site) : IEventBook
{
    private static readonly ImmutableArray<string> Kinds =
        [.. Enum.GetNames<EventKind>(), Disclosure.EntryKind, Erasure.EntryKind, ErasureOffice.RestrictedKind, ErasureOffice.DeclinedKind, RecordNotes.ExportedKind];

    public IAsyncEnumerable<EventBookView> WatchAsync(CancellationToken cancellationToken) => window.WatchAsync(
        caller => caller.ReachOf(Permission.ReadEvents) == Reach.All,
        (_, _) => new EventBookView(window.ObservedAt, board.Current.Site)
        {
            Doors = [.. board.Current.Doors.Select(door => new EventDoor(door.Id, door.Name))],
            Kinds = Kinds,
        }, cancellationToken);

    public async Task<EventSheet?> FindAsync(EventSearch search, CancellationToken cancellationToken)
    {
        var wanted = new JournalSearch(
            search.Door, search.Kind, OnTheWall(search.From), OnTheWall(search.Until), search.Case, search.Entry, search.Before, EventSearch.Length + 1);
        return await AskAsync(caller => JournalEndpoints.Find(wanted, caller, shelf), cancellationToken) is IValueHttpResult { Value: IReadOnlyList<EntryView> found }
            ? new EventSheet([.. found.Take(EventSearch.Length).Select(Draw)], found.Count > EventSearch.Length)
            : null;
    }

    public async Task<ImmutableArray<string>> ExplainAsync(ExplainSubject subject, long number, DisplayLanguage language, CancellationToken cancellationToken) =>
        await AskAsync(caller => JournalEndpoints.Explain(Subject(subject), number, language, caller, shelf), cancellationToken) is IValueHttpResult { Value: StoryView story }
            ? [.. story.Lines]
            : [];

    public async Task<ChainCheck?> VerifyAsync(CancellationToken cancellationToken) =>
        await seat.FindCallerAsync(cancellationToken) is { } caller
        && await JournalEndpoints.VerifyAsync(caller, shelf, cancellationToken) is IValueHttpResult { Value: ChainView chain }
            ? new ChainCheck(Enum.Parse<ChainState>(chain.State, ignoreCase: true), chain.Rows, chain.Until, window.ObservedAt)
            : null;

    private async Task<IResult?> AskAsync(Func<Caller, IResult> ask, CancellationToken cancellationToken)
    {
        if (await seat.FindCallerAsync(cancellationToken) is not { } caller)
        {
            return null;
        }

        seat.Act();
        return ask(caller);
    }

    private EventLine Draw(EntryView entry) => new(entry.Sequence, entry.Id, TimeZoneInfo.ConvertTime(entry.At, site.TimeZone), entry.Kind)
    {
        Door = entry.Door is { } door ? names.Of(new DoorId(door)) : null,
        Correlation = entry.Correlation,
        WrittenLate = entry.WrittenLate,
        Body = entry.Body,
        Hash = entry.Hash,
    };

    private DateTimeOffset? OnTheWall(DateTime? wall) => wall is { } at ? new DateTimeOffset(at, site.TimeZone.GetUtcOffset(at)) : null;

    private static StorySubject Subject(ExplainSubject subject) => subject switch
    {
        ExplainSubject.Case => StorySubject.Case,
        ExplainSubject.Access => StorySubject.Access,
        ExplainSubject.Entry => StorySubject.Entry,
    };
}
