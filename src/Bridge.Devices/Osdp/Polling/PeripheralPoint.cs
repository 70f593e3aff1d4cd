using Bridge.Devices.Doors;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>One used input or output of a reader.</summary>
internal sealed class PeripheralPoint(PointId id, PointDefinition definition)
{
    private PointReading _latest;

    public PointId Id { get; } = id;

    public PointUse Use => definition.Use;

    public bool IsOutput { get; } = id.Point.StartsWith(PeripheralPlan.Output, StringComparison.Ordinal);

    public bool IsInput { get; } = id.Point.StartsWith(PeripheralPlan.Input, StringComparison.Ordinal);

    /// <summary>From 1; 0 for tamper and power.</summary>
    public int Number { get; } = id.Point[^1] is >= '1' and <= '8' ? id.Point[^1] - '0' : 0;

    public PointState State { get; } = new(definition.Debounce ?? TimeSpan.Zero);

    public void Sample(PointReading reading, TimeSpan now)
    {
        _latest = (reading, definition.Inverted) switch
        {
            (PointReading.On, true) => PointReading.Off,
            (PointReading.Off, true) => PointReading.On,
            _ => reading,
        };
        State.Sample(_latest, now);
    }

    public void SampleAgain(TimeSpan now)
    {
        if (_latest != PointReading.Unknown)
        {
            State.Sample(_latest, now);
        }
    }

    public bool Say(long at, Func<DeviceEvent, bool> offer)
    {
        while (State.Unsaid is { } reading)
        {
            if (!offer(IsOutput ? new DeviceEvent.OutputRead(Id, at, reading) : new DeviceEvent.InputRead(Id, at, reading)))
            {
                return false;
            }

            State.Said(reading);
        }

        return true;
    }

    public void Forget()
    {
        _latest = PointReading.Unknown;
        State.Forget();
    }
}
