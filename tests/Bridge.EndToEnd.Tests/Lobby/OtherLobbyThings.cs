namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>Ids of one thing of each kind at lobby A.</summary>
internal sealed record OtherLobbyThings(string Case, string Announcement, string Alert, string Alarm, string Record, string Card, string Tour, string Leader, string Resident);
