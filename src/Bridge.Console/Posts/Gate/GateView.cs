using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.Gate;

/// <summary>One picture of the gate's announcements.</summary>
/// <param name="Lobbies">Those that this gate announces to.</param>
public sealed record GateView(DateTimeOffset ObservedAt, ImmutableArray<LobbyChoice> Lobbies, ImmutableArray<AnnouncementRow> Announcements) : IPicture;
