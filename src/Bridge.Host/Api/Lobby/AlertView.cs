using Bridge.Policy;
using Bridge.Policy.Alerts;

namespace Bridge.Host.Api.Lobby;

/// <summary>A task of the patrol.</summary>
/// <param name="Unit">In full for who acts on it; for others tower and floor.</param>
public sealed record AlertView(long Id, LobbyId Lobby, long Case, AlertKind Kind, AlertStatus Status, AlertResult? Result, string? Unit, bool Escalated, double AgeSeconds, bool Mine);
