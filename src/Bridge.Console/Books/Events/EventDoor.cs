using Bridge.Console.Doors;

namespace Bridge.Console.Books.Events;

/// <summary>A door to choose.</summary>
public sealed record EventDoor(string Id, DisplayName Name);
