namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>These are the people of an announcement.</summary>
public sealed record AnnouncedBody(string Announcement, int HeadCount, bool NameAgrees);
