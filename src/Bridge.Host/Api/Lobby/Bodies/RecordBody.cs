namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>What was missing in a record, or what is right instead.</summary>
public sealed record RecordBody(string? Name = null, string? Organisation = null, string? Purpose = null, string? Phone = null, string? Text = null);
