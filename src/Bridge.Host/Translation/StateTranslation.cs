using Bridge.Host.ReadModel;
using Bridge.Outbound;
using Bridge.Outbound.Mqtt;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Translation;

/// <summary>The view into retained messages.</summary>
public static class StateTranslation
{
    public static RetainedState Bridge(string site, BuildingView view, bool online) => new(
        MqttTopics.BridgeAvailability(site),
        AvailabilityPayload.Bridge(online, view.ObservedAt, journalWritten: !view.Degraded),
        AvailabilityPayload.ContentType);

    public static IEnumerable<RetainedState> Door(string site, BuildingView view, DoorId id)
    {
        var door = view.State.Doors[id];
        var ages = view.Ages.GetValueOrDefault(id) ?? DoorAges.Unknown;
        var faults = Faults(door.Faults).ToArray();
        var payload = new DoorStatePayload
        {
            Door = id.Value,
            Mode = new DoorAspect(Word(door.ShownMode()), ages.Mode),
            Contact = new DoorAspect(Word(door.Contact), ages.Contact),
            Lock = new DoorAspect(Word(door.Lock), ages.Lock),
            Alarm = new DoorAspect(Word(door.Alarm), ages.Alarm),
            Tamper = new DoorAspect(Word(door.TamperTold ? DoorTamper.Tampered : door.Tamper), ages.Tamper),
            Fault = new DoorAspect(faults.Length == 0 ? "normal" : "faultDetected", ages.Fault),
            FaultKinds = faults,
            Online = new DoorAspect(door.Online ? "online" : "offline", ages.Online),
            ObservedAt = view.ObservedAt,
            Epoch = view.Head.Epoch,
            Sequence = view.Head.Sequence,
        };
        yield return new RetainedState(MqttTopics.DoorState(site, id.Value), payload.Write(), DoorStatePayload.ContentType);
        yield return new RetainedState(
            MqttTopics.DoorAvailability(site, id.Value),
            AvailabilityPayload.Door(id.Value, door.Online, ages.Online ?? view.ObservedAt),
            AvailabilityPayload.ContentType);
    }

    /// <summary>An empty payload takes a retained message away.</summary>
    public static IEnumerable<RetainedState> Removed(string site, DoorId door) =>
    [
        new(MqttTopics.DoorState(site, door.Value), ReadOnlyMemory<byte>.Empty, DoorStatePayload.ContentType),
        new(MqttTopics.DoorAvailability(site, door.Value), ReadOnlyMemory<byte>.Empty, AvailabilityPayload.ContentType),
    ];

    private static IEnumerable<string> Faults(DoorFaults faults)
    {
        if (faults.Contact)
        {
            yield return DoorStatePayload.ContactFault;
        }

        if (faults.LockSensor)
        {
            yield return DoorStatePayload.LockSensorFault;
        }

        if (faults.LockDidNotRelease)
        {
            yield return DoorStatePayload.LockDidNotRelease;
        }

        if (faults.LockFoundReleased)
        {
            yield return DoorStatePayload.LockFoundReleased;
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => EventTranslation.Camel(value.ToString());
}
