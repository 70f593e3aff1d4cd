namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Records whose people are kept for a law or an open matter.</summary>
/// <param name="Until">Null lifts it. At most 90 days ahead.</param>
public sealed record RestrictionBody(IReadOnlyList<string> Records, DateTimeOffset? Until = null);
