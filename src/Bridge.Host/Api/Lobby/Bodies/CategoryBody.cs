using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>Another kind of case.</summary>
public sealed record CategoryBody(Category Category);
