using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Policy;

namespace Bridge.Host.Translation;

/// <summary>The wiring of the site file, indexed by point and by device.</summary>
public sealed class WiringIndex(Wiring wiring)
{
    private readonly ILookup<PointId, DoorRole> roles = Roles(wiring).ToLookup(pair => pair.Point, pair => pair.Role);
    private readonly ILookup<DeviceId, DoorRole> devices = Roles(wiring).ToLookup(pair => pair.Point.Device, pair => pair.Role);
    private readonly ILookup<PointId, AccessPointId> sources = wiring.AccessPoints.ToLookup(point => point.Source, point => point.AccessPoint);
    private readonly ILookup<DeviceId, AccessPointId> readers = wiring.AccessPoints.ToLookup(point => point.Source.Device, point => point.AccessPoint);
    private readonly ILookup<DeviceId, AccessPointId> apart = wiring.AccessPoints
        .Where(point => wiring.Doors.All(door => door.Lock.Device != point.Source.Device))
        .ToLookup(point => point.Source.Device, point => point.AccessPoint);

    private readonly Dictionary<PointId, FireInputId> fire = wiring.FireInputs.ToDictionary(input => input.Point, input => input.Input);
    private readonly Dictionary<DoorId, PointId> locks = wiring.Doors.ToDictionary(door => door.Door, door => door.Lock);
    private readonly Dictionary<AccessPointId, PointId> indicators = wiring.AccessPoints
        .Where(point => point.Indicator is not null)
        .ToDictionary(point => point.AccessPoint, point => point.Indicator!.Value);

    private readonly Dictionary<PointId, IntercomWiring> panels = wiring.Intercoms.ToDictionary(intercom => intercom.Source);
    private readonly Dictionary<PanelId, IntercomWiring> intercoms = wiring.Intercoms.ToDictionary(intercom => new PanelId(intercom.Panel));

    public IEnumerable<DoorRole> RolesAt(PointId point) => roles[point];

    public IEnumerable<DoorRole> RolesOn(DeviceId device) => devices[device];

    public IEnumerable<DoorId> DoorsLockedBy(DeviceId device) => devices[device].Where(role => role.Role == PointRole.Lock).Select(role => role.Door);

    /// <summary>The access points on a device that carries no lock: where it carries one, the link of that door says that it is away.</summary>
    public IEnumerable<AccessPointId> AccessPointsApart(DeviceId device) => apart[device];

    /// <summary>The access points that read from a device.</summary>
    public IEnumerable<AccessPointId> AccessPointsOn(DeviceId device) => readers[device];

    public IEnumerable<AccessPointId> AccessPointsAt(PointId source) => sources[source];

    public FireInputId? FireInputAt(PointId point) => fire.TryGetValue(point, out var input) ? input : null;

    public IEnumerable<FireInputId> FireInputsOn(DeviceId device) => fire.Where(pair => pair.Key.Device == device).Select(pair => pair.Value);

    public PointId LockOf(DoorId door) => locks[door];

    public bool HasLock(DoorId door) => locks.ContainsKey(door);

    public PointId? IndicatorOf(AccessPointId accessPoint) => indicators.TryGetValue(accessPoint, out var point) ? point : null;

    public IntercomWiring? IntercomAt(PointId source) => panels.GetValueOrDefault(source);

    public IntercomWiring? IntercomOf(PanelId panel) => intercoms.GetValueOrDefault(panel);

    private static IEnumerable<(PointId Point, DoorRole Role)> Roles(Wiring wiring)
    {
        foreach (var door in wiring.Doors)
        {
            yield return (door.Lock, new DoorRole(PointRole.Lock, door.Door));
            if (door.LockSensor is { } sensor)
            {
                yield return (sensor, new DoorRole(PointRole.LockSensor, door.Door));
            }

            if (door.Contact is { } contact)
            {
                yield return (contact, new DoorRole(PointRole.Contact, door.Door));
            }

            if (door.RequestToExit is { } exit)
            {
                yield return (exit, new DoorRole(PointRole.RequestToExit, door.Door));
            }

            if (door.Tamper is { } tamper)
            {
                yield return (tamper, new DoorRole(PointRole.Tamper, door.Door));
            }
        }
    }
}
