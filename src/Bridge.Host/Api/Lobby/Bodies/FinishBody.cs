using Bridge.Policy.Alerts;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>How a task of the patrol ended.</summary>
/// <param name="PressedAt">When the key was pressed, where the client could not tell it at once.</param>
public sealed record FinishBody(AlertResult Result, DateTimeOffset? PressedAt = null);
