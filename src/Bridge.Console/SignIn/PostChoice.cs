using Bridge.Console.Doors;
using Bridge.Console.Seats;

namespace Bridge.Console.SignIn;

/// <summary>A post that can be taken.</summary>
/// <param name="Number">By which the form names it.</param>
/// <param name="LobbyName">Null is the whole estate.</param>
public sealed record PostChoice(int Number, SeatRole Role, DisplayName? LobbyName, bool Taken);
