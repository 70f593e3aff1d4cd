using System.Collections.Immutable;
using Bridge.Console.Books.Events;
using Bridge.Console.Tests.Hosting.Posts;
using Bridge.Console.Wording;

namespace Bridge.Console.Tests.Hosting.Books;

/// <summary>A journal of sixty entries, explained in the language that is asked for.</summary>
internal sealed class FakeEventBook() : FakeSource<EventBookView>(BookPictures.Journal), IEventBook
{
    public ImmutableArray<EventLine> Rows { get; set; } = BookPictures.Entries(TimeProvider.System.GetUtcNow());

    public ChainState Chain { get; set; }

    public Task<EventSheet?> FindAsync(EventSearch search, CancellationToken cancellationToken)
    {
        Wishes.Enqueue(search);
        var rest = Rows.Where(row => search.Before is null || row.Sequence < search.Before).ToList();
        return Task.FromResult<EventSheet?>(new EventSheet([.. rest.Take(EventSearch.Length)], rest.Count > EventSearch.Length));
    }

    public Task<ImmutableArray<string>> ExplainAsync(ExplainSubject subject, long number, DisplayLanguage language, CancellationToken cancellationToken)
    {
        Wishes.Enqueue((subject, number, language));
        return Task.FromResult<ImmutableArray<string>>(number > 4000 ? [] : [$"{subject} {number}: {language}", "10:14:02 step one", "10:14:05 step two"]);
    }

    public Task<ChainCheck?> VerifyAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ChainCheck?>(new ChainCheck(Chain, 60, "1.60", TimeProvider.System.GetUtcNow()));
}
