using Bridge.Devices;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>Something that waits for the engine.</summary>
public abstract record EngineItem
{
    private EngineItem(long timestamp) => Timestamp = timestamp;

    /// <summary>When it happened, on the monotonic clock.</summary>
    public long Timestamp { get; init; }

    /// <summary>A device told us something; it is acknowledged to the device after the commit.</summary>
    public sealed record FromDevice(DeviceEvent Event) : EngineItem(Event.ReadAt);

    /// <summary>Anything else: an outcome, a tick, an operator, a new configuration.</summary>
    public sealed record Asked(long Timestamp, Func<Moment, PolicyInput> Input) : EngineItem(Timestamp);
}
