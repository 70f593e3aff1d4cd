using Bridge.Console.Wording;

namespace Bridge.Console.Books.Records;

/// <summary>A column of a book, on the page, on paper and in an export.</summary>
/// <param name="Key">Its name is the phrase <c>book.column.Key</c>.</param>
/// <param name="Cell">Null is an empty field.</param>
public sealed record BookColumn(string Key, Func<BookRow, Phrases, BookCell?> Cell);
