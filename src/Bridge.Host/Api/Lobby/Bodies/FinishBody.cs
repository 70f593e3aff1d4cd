using Bridge.Policy.Alerts;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>How a task of the patrol ended.</summary>
public sealed record FinishBody(AlertResult Result);
