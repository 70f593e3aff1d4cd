using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Records;

/// <summary>The port to the visitor log and the duty log. One for each open page.</summary>
public interface IRecordBook : IPictureSource<BookView>
{
    /// <summary>Which of the two the page shows; said before anything else.</summary>
    BookForm Form { get; set; }

    /// <summary>Null when the journal cannot be read now, or the page is nobody's any more.</summary>
    Task<BookSheet?> FindAsync(BookSearch search, CancellationToken cancellationToken);

    /// <summary>The journal says who looks and why before anybody is shown.</summary>
    Task<ShownPerson> ShowAsync(string number, UnmaskReason reason, CancellationToken cancellationToken);

    Task<ActOutcome> AmendAsync(string number, Amendment amendment, CancellationToken cancellationToken);
}
