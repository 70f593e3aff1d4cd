using Bridge.Console.Desk;
using Bridge.Console.Doors;

namespace Bridge.Console.Seats;

/// <summary>Who sits at a page.</summary>
/// <param name="Person">As colleagues know him.</param>
/// <param name="Lobby">Null is the whole estate.</param>
public sealed record SeatView(string Person, SeatRole Role, string? Lobby, DisplayName? LobbyName)
{
    /// <summary>Of the desk, where he sits at one.</summary>
    public DeskKeys Keys { get; init; } = new();
}
