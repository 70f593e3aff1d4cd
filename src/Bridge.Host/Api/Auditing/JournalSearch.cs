namespace Bridge.Host.Api.Auditing;

/// <summary>What somebody looks for in the journal, as the address says it.</summary>
/// <param name="Before">Only entries before this one; for the next page.</param>
/// <param name="Max">Entries of a page.</param>
public sealed record JournalSearch(string? Door, string? Kind, DateTimeOffset? From, DateTimeOffset? Until, long? CaseId, long? Entry, long? Before, int? Max);
