using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>A door that a fire opens, and the pulse that it is held with.</summary>
public sealed record FireDoor(DoorId Door, PointId Lock, TimeSpan HoldPulse)
{
    public static IReadOnlyList<FireDoor> Of(SiteConfiguration site) =>
    [
        .. from door in site.Wiring.Doors
           let rules = site.Rules.Doors[door.Door]
           where rules.FireRelease
           select new FireDoor(door.Door, door.Lock, rules.HoldPulse),
    ];
}
