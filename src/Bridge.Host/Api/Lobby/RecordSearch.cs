namespace Bridge.Host.Api.Lobby;

/// <summary>What somebody looks for in a kept record, as the address says it. Nobody searches by name: names are sealed.</summary>
/// <param name="After">The place of the last row of the page before.</param>
/// <param name="Max">Rows of a page.</param>
/// <param name="NewestFirst">The page begins with what was written last.</param>
public sealed record RecordSearch(DateTimeOffset? From, DateTimeOffset? Until, string? Category, long? CaseId, string? Unit, string? Lobby, long? After, int? Max, bool? NewestFirst = null);
