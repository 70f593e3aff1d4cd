using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Explaining;

/// <summary>What a door stood under just before something happened at it.</summary>
/// <param name="Mode">The last change of its mode; null when it never changed.</param>
/// <param name="Fire">The alarm that is latched; null when none is.</param>
/// <param name="Exit">Somebody inside asked to leave, lately.</param>
public sealed record DoorPast(BuildingEvent? Mode, BuildingEvent? Fire, BuildingEvent? Exit)
{
    public bool HeldByMode => Mode?.Mode is DoorMode.Unlocked or DoorMode.LockedOpen;
}
