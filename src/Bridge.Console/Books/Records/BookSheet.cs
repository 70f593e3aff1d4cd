using System.Collections.Immutable;

namespace Bridge.Console.Books.Records;

/// <summary>One page of a book.</summary>
/// <param name="More">There is a page behind it.</param>
public sealed record BookSheet(ImmutableArray<BookRow> Rows, bool More);
