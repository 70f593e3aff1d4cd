using System.Collections.Immutable;
using Bridge.Console.Books.Records;
using Bridge.Console.Desk;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Hosting.Books;

/// <summary>A book of rows that a test puts in, served in pages.</summary>
internal sealed class FakeRecordBook() : FakeSource<BookView>(BookPictures.Books), IRecordBook
{
    public BookForm Form { get; set; }

    public ImmutableArray<BookRow> Rows { get; set; } = BookPictures.Rows(TimeProvider.System.GetUtcNow());

    /// <summary>Every row is on the first page.</summary>
    public bool WholeAtOnce { get; set; }

    /// <summary>The journal cannot be read.</summary>
    public bool IsUnreadable { get; set; }

    public Task<BookSheet?> FindAsync(BookSearch search, CancellationToken cancellationToken)
    {
        Wishes.Enqueue(search);
        search = WholeAtOnce ? search with { Length = Rows.Length } : search;
        var from = (int)(search.After ?? 0);
        return Task.FromResult(IsUnreadable ? null : new BookSheet([.. Rows.Skip(from).Take(search.Length)], Rows.Length > from + search.Length));
    }

    public Task<ShownPerson> ShowAsync(string number, UnmaskReason reason, CancellationToken cancellationToken)
    {
        Wishes.Enqueue((number, reason));
        return Task.FromResult(new ShownPerson(Outcome, "A-1203", [new ShownVersion(Rows[0].At, "陈晓", PersonState.Kept, [new("name", "王明"), new("phone", "13812345678")])]));
    }

    public Task<ActOutcome> AmendAsync(string number, Amendment amendment, CancellationToken cancellationToken) => TakeAsync((number, amendment));
}
