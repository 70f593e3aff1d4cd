using System.Globalization;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;
using Reason = Bridge.Devices.Intercoms.IntercomEndReason;

namespace Bridge.Devices.Intercoms.Contacts;

/// <summary>
/// Makes calls of contacts. Pure: fed with readings and the time. What a contact shows first after a (re)connection is where it stands and no event: nobody
/// has pressed anything just now.
/// </summary>
internal sealed class ContactIntercom(DeviceId device, ContactIntercomDefinition definition, string since)
{
    private readonly CallBook _calls = new(device);
    private readonly Dictionary<string, PointReading> _readings = [];
    private TimeSpan _startedAt;
    private TimeSpan _rangAt;
    private uint _call;
    private uint _sequence;

    /// <summary>An input as it was told to the host.</summary>
    public IReadOnlyList<DeviceEvent> Take(string point, PointReading reading, TimeSpan now, long stamp)
    {
        var before = _readings.GetValueOrDefault(point);
        _readings[point] = reading;
        if (Condition(point) is { } condition)
        {
            return reading == before || reading == PointReading.Unknown ? [] : [Health(condition, reading != PointReading.Off, stamp)];
        }

        return (before, reading) switch
        {
            (PointReading.Off, PointReading.On) => Closed(point, now, stamp),
            (PointReading.On, PointReading.Off) => Opened(point, now, stamp),
            _ => [],
        };
    }

    /// <summary>Time has passed.</summary>
    public IReadOnlyList<DeviceEvent> Pass(TimeSpan now, long stamp)
    {
        var told = new List<DeviceEvent>();
        if (Open is { Phase: IntercomPhase.Ringing } call && definition.Hook is not null && !Rings && now - _rangAt >= definition.Stretch)
        {
            var wasWholeTime = _rangAt - _startedAt + definition.Stretch >= definition.RingTime;
            if (wasWholeTime)
            {
                told.AddRange(Say(call, Kind.NoAnswer, now, stamp));
            }

            told.AddRange(Say(call, Kind.Ended, now, stamp, wasWholeTime ? Reason.NoAnswer : Reason.Cancelled));
        }

        told.AddRange(_calls.Expire(now, stamp));
        return told;
    }

    /// <summary>Nothing is known of the contacts any more.</summary>
    public IReadOnlyList<DeviceEvent> Lose(Reason reason, long stamp)
    {
        _readings.Clear();
        return _calls.EndAll(reason, stamp);
    }

    private OpenCall? Open => _calls.At(definition.Panel);

    private bool Rings => definition.Calls.Keys.Any(call => _readings.GetValueOrDefault(call) == PointReading.On);

    private IReadOnlyList<DeviceEvent> Closed(string point, TimeSpan now, long stamp) =>
        definition.Calls.TryGetValue(point, out var unit) ? Ring(unit, now, stamp)
        : point == definition.Unlock ? Unlock(now, stamp)
        : point == definition.Hook && Open is { } call ? Say(call, Kind.Answered, now, stamp)
        : [];

    private IReadOnlyList<DeviceEvent> Opened(string point, TimeSpan now, long stamp)
    {
        if (definition.Calls.ContainsKey(point))
        {
            _rangAt = now;
            return [];
        }

        return point == definition.Hook && Open is { Phase: IntercomPhase.Talking } call ? Say(call, Kind.Ended, now, stamp, Reason.Normal) : [];
    }

    private List<DeviceEvent> Ring(string? unit, TimeSpan now, long stamp)
    {
        _rangAt = now;
        var told = new List<DeviceEvent>();
        if (Open is { } open)
        {
            if (open.Unit == unit)
            {
                return told;
            }

            // A panel has one call at a time: whoever rings at another unit has given up the first.
            told.AddRange(Say(open, Kind.Ended, now, stamp, open.Phase == IntercomPhase.Talking ? Reason.Normal : Reason.Cancelled));
        }

        _startedAt = now;
        _call++;
        var call = new OpenCall(definition.Panel, unit, string.Create(CultureInfo.InvariantCulture, $"{definition.Panel}-{since}-{_call}"), IntercomPhase.Idle, now);
        told.AddRange(Say(call, Kind.Started, now, stamp));
        told.AddRange(Say(call, Kind.Ringing, now, stamp));
        return told;
    }

    private IReadOnlyList<DeviceEvent> Unlock(TimeSpan now, long stamp) =>
        Say(Open ?? new OpenCall(definition.Panel, null, "", IntercomPhase.Idle, now), Kind.UnlockRequested, now, stamp);

    private IReadOnlyList<DeviceEvent.IntercomCall> Say(OpenCall call, Kind kind, TimeSpan now, long stamp, Reason? reason = null) =>
        _calls.Take(new IntercomSign(call.Panel, call.Unit, call.CallId, ++_sequence, kind) { Reason = reason }, now, stamp);

    private DeviceEvent.IntercomHealth Health(IntercomCondition condition, bool isOn, long stamp) =>
        new(new PointId(device, definition.Panel), stamp, ++_sequence, condition, isOn);

    private IntercomCondition? Condition(string point) =>
        point == definition.Tamper ? IntercomCondition.Tamper
        : point == definition.Fault ? IntercomCondition.Fault
        : null;
}
