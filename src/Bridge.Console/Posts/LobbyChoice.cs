using Bridge.Console.Doors;

namespace Bridge.Console.Posts;

/// <summary>A lobby that a post can choose.</summary>
public sealed record LobbyChoice(string Id, DisplayName Name);
