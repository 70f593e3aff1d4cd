using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Messages.Replies;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>The inputs and outputs of one reader: from its status reports to what has been said of them. Only those that the site uses.</summary>
internal sealed class PeripheralPoints(PeripheralPlan plan, MonotonicClock clock)
{
    private readonly PeripheralPoint[] _points =
    [
        .. plan.Definition.Points
            .Where(point => point.Point is not (PeripheralPlan.Reader or PeripheralPlan.Feedback))
            .Select(point => new PeripheralPoint(plan.Id(point.Point), point)),
    ];

    private bool _isTampered;
    private bool _isHeadTampered;

    /// <summary>A change that is still being watched has to be sampled again: readers tell a change once.</summary>
    public TimeSpan? SettlesAt
    {
        get
        {
            TimeSpan? earliest = null;
            foreach (var point in _points)
            {
                earliest = point.State.SettlesAt is { } at && (earliest is null || at < earliest) ? at : earliest;
            }

            return earliest;
        }
    }

    public void Take(in LstatReply status)
    {
        _isTampered = status.IsTampered;
        Sample(PeripheralPlan.Tamper, OnIf(_isTampered || _isHeadTampered));
        Sample(PeripheralPlan.Power, OnIf(status.HasPowerFault));
    }

    public void Take(in RstatReply status)
    {
        _isHeadTampered = false;
        for (var head = 0; head < status.Count; head++)
        {
            _isHeadTampered |= status[head] == HeadState.Tampered;
        }

        Sample(PeripheralPlan.Tamper, OnIf(_isTampered || _isHeadTampered));
    }

    public void Take(in IstatReply status)
    {
        foreach (var point in _points)
        {
            if (point.IsInput && point.Number <= status.Count)
            {
                point.Sample(Reading(status[point.Number - 1]), clock.Now);
            }
        }
    }

    public void Take(in OstatReply status)
    {
        foreach (var point in _points)
        {
            if (point.IsOutput && point.Number <= status.Count)
            {
                point.Sample(OnIf(status[point.Number - 1]), clock.Now);
            }
        }
    }

    /// <summary>A report is told once and a debounced change has to last: what was told last still holds.</summary>
    public void SampleAgain()
    {
        foreach (var point in _points)
        {
            point.SampleAgain(clock.Now);
        }
    }

    /// <summary>False when the host has no room. Fire inputs first, whatever the host says to the one before.</summary>
    public bool Say(Func<DeviceEvent, bool> offer)
    {
        var room = true;
        foreach (var point in _points)
        {
            room &= point.Use != PointUse.Fire || point.Say(clock.Timestamp, offer);
        }

        foreach (var point in _points)
        {
            room = room && point.Say(clock.Timestamp, offer);
        }

        return room;
    }

    /// <summary>After an outage nothing is known.</summary>
    public void Forget()
    {
        foreach (var point in _points)
        {
            point.Forget();
        }
    }

    private void Sample(string name, PointReading reading)
    {
        foreach (var point in _points)
        {
            if (point.Id.Point == name)
            {
                point.Sample(reading, clock.Now);
            }
        }
    }

    private static PointReading Reading(InputState state) => state switch
    {
        InputState.Inactive => PointReading.Off,
        InputState.Active => PointReading.On,
        InputState.Short or InputState.Open or InputState.Fault or InputState.Unknown => PointReading.Fault,
    };

    private static PointReading OnIf(bool isOn) => isOn ? PointReading.On : PointReading.Off;
}
