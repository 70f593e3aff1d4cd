using Bridge.Console.Books.Records;

namespace Bridge.Host.Exporting;

/// <summary>What is exported: one line of headings, and fields by their kinds.</summary>
/// <param name="Name">Of the sheet.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<BookCell?>> Rows);
