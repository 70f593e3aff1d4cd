namespace Bridge.Journal.Residents;

/// <param name="Before">Only changes with a lower id; for the next page, because the newest come first.</param>
public sealed record RegisterChangeQuery(RegisterList? List = null, string? Subject = null, string? Actor = null, long? Before = null);
