using Bridge.Console.Seats;

namespace Bridge.Console.Accounts;

/// <summary>A post that somebody shall hold.</summary>
/// <param name="Lobby">Null is the whole estate.</param>
public sealed record PostWish(SeatRole Role, string? Lobby);
