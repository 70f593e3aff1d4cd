using Bridge.Console.Doors;

namespace Bridge.Console.Posts.Questions;

/// <summary>A door that may be opened for an emergency.</summary>
public sealed record EmergencyDoor(string Lobby, string Door, DisplayName LobbyName, DisplayName DoorName);
