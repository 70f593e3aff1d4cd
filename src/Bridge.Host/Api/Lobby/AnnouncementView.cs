using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby;

/// <summary>Who is on the way from the gate.</summary>
public sealed record AnnouncementView(string Id, LobbyId Lobby, AnnouncementStatus Status, int HeadCount, string? Visitor, string? Unit, double? ExpiresInSeconds, bool OverRadio);
