using Bridge.Console.Doors;
using Bridge.Policy;

namespace Bridge.Host.Api.Live;

/// <summary>One door: what was commanded and what the sensors say, never mixed.</summary>
/// <param name="SilentSeconds">Zero while its device answers; null when it never did.</param>
public sealed record DoorPicture(
    string Id, string NameZh, string NameEn, LobbyId? Lobby, CommandedMode Mode, LockState Lock, ContactState Contact, AlarmState Alarm, double? SilentSeconds)
{
    public bool Online { get; init; }

    public bool Tamper { get; init; }

    public bool Fault { get; init; }

    public bool LockFoundReleased { get; init; }
}
