using Bridge.Console.Books.Records;
using Bridge.Host.Exporting;

namespace Bridge.Host.Api.Lobby;

/// <summary>Which lines of a book somebody takes along, as what, and what for.</summary>
/// <param name="From">The first day, by the site's wall.</param>
/// <param name="Until">The last day.</param>
/// <param name="Number">Of one record alone.</param>
/// <param name="Lang">Of the headings and words: zh, or en.</param>
public sealed record ExportAsk(DateOnly? From, DateOnly? Until, string? Lobby, string? Unit, string? Number, ExportFormat? Format, ExportPurpose? Purpose, string? Lang);
