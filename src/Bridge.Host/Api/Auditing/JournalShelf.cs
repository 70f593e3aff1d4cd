using System.Globalization;
using Bridge.Console.Wording;
using Bridge.Host.Configuration;
using Bridge.Host.Explaining;
using Bridge.Journal;

namespace Bridge.Host.Api.Auditing;

/// <summary>The journal, read beside the engine: page by page from the end, explained, and its chain computed again.</summary>
internal sealed class JournalShelf(SiteConfiguration configuration)
{
    /// <summary>So many to a page at most.</summary>
    public const int Longest = 200;

    /// <summary>The newest first, of what was decided and noted; of the inputs only the one that is asked for. Null when the journal cannot be read.</summary>
    public IReadOnlyList<EntryView>? Page(JournalSearch wanted, int max) => Read(reader =>
    {
        var query = new JournalQuery(
            Before: wanted.Before, Door: wanted.Door, Kind: wanted.Kind, Origin: EntryOrigin.Event, NewestFirst: true, From: wanted.From, Until: wanted.Until);
        var source = new EntrySource(reader.Page);
        var found = wanted switch
        {
            { Entry: { } sequence } => source.At(sequence) is { } one ? [one] : [],
            { CaseId: { } number } => OfCase(source, query, number, max),
            _ => source.Some(query, max),
        };
        return source.Failure is null ? found.Select(told => Draw(told.Stored)).ToList() : null;
    });

    /// <summary>Empty when the journal knows no such thing; null when it cannot be read.</summary>
    public StoryView? Explain(StorySubject subject, long number, DisplayLanguage language) => Read(reader =>
    {
        var source = new EntrySource(reader.Page);
        var finder = new StoryFinder(source);
        var story = subject switch
        {
            StorySubject.Case => finder.Case(number),
            StorySubject.Access => finder.Access(number),
            StorySubject.Entry => finder.Entry(number),
        };
        return source.Failure is null ? new StoryView(story is null ? [] : [.. new StoryText(story, language).Lines()]) : null;
    });

    public ChainView Verify(CancellationToken cancellationToken) => JournalVerifier.Verify(configuration.Paths.Journal, expected: null, cancellationToken) switch
    {
        JournalVerified.Intact intact => new ChainView(intact.RetentionRecorded ? "intact" : "unexplained", intact.Rows, intact.Head.Position.ToString()),
        JournalVerified.Broken broken => new ChainView("broken", 0, (broken.Sequence - 1).ToString(CultureInfo.InvariantCulture)),
        _ => new ChainView("unreadable", 0, ""),
    };

    // A journal that came from a backup has another epoch; the numbers of the cases go on.
    private static IReadOnlyList<Told> OfCase(EntrySource source, JournalQuery query, long number, int max)
    {
        var newest = source.First(new JournalQuery(NewestFirst: true))?.Stored.Position.Epoch ?? 0;
        return
        [
            .. Enumerable.Range(0, newest + 1)
                .SelectMany(epoch => source.Some(query with { Correlation = string.Create(CultureInfo.InvariantCulture, $"{epoch}-case-{number}") }, max))
                .OrderByDescending(told => told.Sequence).Take(max),
        ];
    }

    private static EntryView Draw(StoredEntry stored) => new(
        stored.Position.ToString(), stored.Position.Sequence, stored.Entry.Origin == EntryOrigin.Input ? "input" : "event", stored.Entry.Kind, stored.Entry.OccurredAt,
        stored.Entry.Body, Convert.ToHexStringLower(stored.Hash.Span))
    {
        Door = stored.Entry.Door,
        Correlation = stored.Entry.Correlation,
        WrittenLate = stored.Entry.Unjournalled,
    };

    private T? Read<T>(Func<JournalReader, T?> read)
        where T : class
    {
        if (JournalReader.Open(configuration.Paths.Journal) is not StorageResult<JournalReader>.Done { Value: var reader })
        {
            return null;
        }

        using (reader)
        {
            return read(reader);
        }
    }
}
