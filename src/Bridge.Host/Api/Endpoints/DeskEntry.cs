namespace Bridge.Host.Api.Endpoints;

/// <summary>An enrolled desk as an administrator sees it.</summary>
internal sealed record DeskEntry(string Id, string Name, string? Lobby, DateTimeOffset EnrolledAt);
