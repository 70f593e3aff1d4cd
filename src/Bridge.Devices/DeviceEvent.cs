using Bridge.Devices.Intercoms;

namespace Bridge.Devices;

/// <summary>What a device told us. <see cref="ReadAt"/> is the <see cref="TimeProvider.GetTimestamp"/> of the moment the answer was complete.</summary>
public abstract record DeviceEvent
{
    private DeviceEvent(DeviceId device, long readAt)
    {
        Device = device;
        ReadAt = readAt;
    }

    public DeviceId Device { get; init; }

    public long ReadAt { get; init; }

    /// <summary>The unit answers (first contact, or again after an outage).</summary>
    public sealed record Online(DeviceId Device, long ReadAt) : DeviceEvent(Device, ReadAt);

    /// <summary>The unit has not answered for its limit, or its line is gone. Said once per outage.</summary>
    public sealed record Offline(DeviceId Device, long ReadAt, string Reason) : DeviceEvent(Device, ReadAt);

    /// <summary>An input, after polarity and debounce. Said once after each (re)connection and then on every change.</summary>
    public sealed record InputRead(PointId Point, long ReadAt, PointReading Reading) : DeviceEvent(Point.Device, ReadAt);

    /// <summary>An output, read back from the device. Said once after each (re)connection and then on every change.</summary>
    public sealed record OutputRead(PointId Point, long ReadAt, PointReading Reading) : DeviceEvent(Point.Device, ReadAt);

    /// <summary>
    /// A card or PIN. The device keeps it until <see cref="IDeviceLine.Confirm"/> is called with its <paramref name="Number"/>, and tells it again after
    /// a restart of the host if that did not happen.
    /// </summary>
    public sealed record CredentialRead(PointId Point, long ReadAt, CredentialData Credential, uint Number, TimeSpan Age, bool QueuedWhileOffline)
        : DeviceEvent(Point.Device, ReadAt);

    /// <summary>
    /// A reader has proved which of two keys it has, after an enrolment that was cut short: the pending one, or still the one before. The other one is
    /// worth nothing any more.
    /// </summary>
    public sealed record KeySettled(DeviceId Device, long ReadAt, bool IsPending) : DeviceEvent(Device, ReadAt);

    /// <summary>Something is wrong with the device itself: its configuration differs from the profile, it lost events, it restarted.</summary>
    public sealed record Remark(DeviceId Device, long ReadAt, DeviceRemark Kind, string Detail) : DeviceEvent(Device, ReadAt);

    /// <summary>
    /// A step of a call at a lobby intercom. For each one that is told to have started exactly one end is told. The same
    /// <paramref name="CallId"/>, <paramref name="Kind"/> and <paramref name="Sequence"/> of a device is the same step.
    /// </summary>
    /// <param name="Panel">The door station, as a point of its device.</param>
    /// <param name="CallId">The device's own, or made from its panel and a counter; empty for what happened outside of any call.</param>
    /// <param name="Sequence">The device's count of its messages; 0 for an end that the device did not tell.</param>
    public sealed record IntercomCall(PointId Panel, long ReadAt, string CallId, uint Sequence, IntercomCallKind Kind) : DeviceEvent(Panel.Device, ReadAt)
    {
        /// <summary>The unit that is called, as the intercom numbers it; null when the wire does not tell, and of an unlock key that any unit may have pressed.</summary>
        public string? Unit { get; init; }

        /// <summary>Of an end; null for everything else.</summary>
        public IntercomEndReason? Reason { get; init; }

        /// <summary>Not 0: the device keeps it until <see cref="IDeviceLine.Confirm"/> is called with it.</summary>
        public uint Number { get; init; }
    }

    /// <summary>A panel's tamper contact or its own fault, when it comes and when it goes; told again after each (re)connection where the wire has a level.</summary>
    public sealed record IntercomHealth(PointId Panel, long ReadAt, uint Sequence, IntercomCondition Condition, bool IsOn) : DeviceEvent(Panel.Device, ReadAt)
    {
        /// <summary>As of a call.</summary>
        public uint Number { get; init; }
    }
}
