namespace Bridge.Host.Api.Endpoints;

/// <summary>Another system as an administrator sees it.</summary>
/// <param name="Token">Shown once, when it is made.</param>
internal sealed record ClientView(string Id, string Name, string? Lobby, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt, string? Token = null);
