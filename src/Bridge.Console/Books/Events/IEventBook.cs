using System.Collections.Immutable;
using Bridge.Console.Seats;
using Bridge.Console.Wording;

namespace Bridge.Console.Books.Events;

/// <summary>The port to the journal. One for each open page.</summary>
public interface IEventBook : IPictureSource<EventBookView>
{
    /// <summary>Null when the journal cannot be read now, or the page is nobody's any more.</summary>
    Task<EventSheet?> FindAsync(EventSearch search, CancellationToken cancellationToken);

    /// <summary>Why a door opened or not, line by line; empty when the journal knows no such thing.</summary>
    Task<ImmutableArray<string>> ExplainAsync(ExplainSubject subject, long number, DisplayLanguage language, CancellationToken cancellationToken);

    /// <summary>Computes the whole chain again.</summary>
    Task<ChainCheck?> VerifyAsync(CancellationToken cancellationToken);
}
