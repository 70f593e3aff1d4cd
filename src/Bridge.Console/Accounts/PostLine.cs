using Bridge.Console.Doors;
using Bridge.Console.Seats;

namespace Bridge.Console.Accounts;

/// <summary>A post that somebody holds.</summary>
/// <param name="Lobby">Null is the whole estate.</param>
public sealed record PostLine(SeatRole Role, string? Lobby, DisplayName? LobbyName);
