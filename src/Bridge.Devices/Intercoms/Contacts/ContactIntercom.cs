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
        if (Open is { Phase: IntercomPhase.Ringing } call && definition.ShowsAnswer(call.Unit) && !Rings && IsSilent(now))
        {
            told.AddRange(StopsRinging(call, now, stamp));
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

    private bool Rings => definition.Sets.Any(set => set.Call is { } bell && _readings.GetValueOrDefault(bell) == PointReading.On);

    private bool IsSilent(TimeSpan now) => now - _rangAt >= definition.Stretch;

    private ContactSet? SetOf(Func<ContactSet, string?> contact, string point) => definition.Sets.FirstOrDefault(set => contact(set) == point);

    private IReadOnlyList<DeviceEvent> Closed(string point, TimeSpan now, long stamp) =>
        SetOf(set => set.Call, point) is { } bell ? Ring(bell.Unit, now, stamp)
        : SetOf(set => set.Unlock, point) is { } key ? Unlock(key.Unit, now, stamp)
        : HookOf(point) is { } call ? Say(call, Kind.Answered, now, stamp)
        : [];

    private IReadOnlyList<DeviceEvent> Opened(string point, TimeSpan now, long stamp)
    {
        if (SetOf(set => set.Call, point) is not null)
        {
            _rangAt = now;
            return [];
        }

        return HookOf(point) is { Phase: IntercomPhase.Talking } call ? Say(call, Kind.Ended, now, stamp, Reason.Normal) : [];
    }

    // A neighbour's handset is none of this call's business.
    private OpenCall? HookOf(string point) =>
        Open is { } call && SetOf(set => set.Hook, point) is { } set && ContactIntercomDefinition.Serves(set, call.Unit) ? call : null;

    private List<DeviceEvent> Ring(string? unit, TimeSpan now, long stamp)
    {
        var told = new List<DeviceEvent>();
        if (Open is { } open)
        {
            if (open.Unit == unit && !(open.Phase == IntercomPhase.Ringing && IsSilent(now)))
            {
                _rangAt = now;
                return told;
            }

            // A panel has one call at a time: whoever rings at another unit has given up the first, and whoever rings after a silence begins anew.
            told.AddRange(open.Unit == unit ? StopsRinging(open, now, stamp)
                : Say(open, Kind.Ended, now, stamp, open.Phase == IntercomPhase.Talking ? Reason.Normal : Reason.Cancelled));
        }

        _rangAt = now;
        _startedAt = now;
        _call++;
        var call = new OpenCall(definition.Panel, unit, string.Create(CultureInfo.InvariantCulture, $"{definition.Panel}-{since}-{_call}"), IntercomPhase.Idle, now);
        told.AddRange(Say(call, Kind.Started, now, stamp));
        told.AddRange(Say(call, Kind.Ringing, now, stamp));
        return told;
    }

    private IReadOnlyList<DeviceEvent> StopsRinging(OpenCall call, TimeSpan now, long stamp) =>
        _rangAt - _startedAt + definition.Stretch >= definition.RingTime
            ? [.. Say(call, Kind.NoAnswer, now, stamp), .. Say(call, Kind.Ended, now, stamp, Reason.NoAnswer)]
            : Say(call, Kind.Ended, now, stamp, Reason.Cancelled);

    // A key that all units share belongs to the call and names nobody; one of another unit than the one that is called belongs to no call.
    private IReadOnlyList<DeviceEvent> Unlock(string? unit, TimeSpan now, long stamp)
    {
        var call = Open is { } open && (unit is null || unit == open.Unit) ? open : new OpenCall(definition.Panel, unit, "", IntercomPhase.Idle, now);
        return _calls.Take(Sign(call, Kind.UnlockRequested) with { IsUnnamed = unit is null }, now, stamp);
    }

    private IReadOnlyList<DeviceEvent.IntercomCall> Say(OpenCall call, Kind kind, TimeSpan now, long stamp, Reason? reason = null) =>
        _calls.Take(Sign(call, kind) with { Reason = reason }, now, stamp);

    private IntercomSign Sign(OpenCall call, Kind kind) => new(call.Panel, call.Unit, call.CallId, ++_sequence, kind);

    private DeviceEvent.IntercomHealth Health(IntercomCondition condition, bool isOn, long stamp) =>
        new(new PointId(device, definition.Panel), stamp, ++_sequence, condition, isOn);

    private IntercomCondition? Condition(string point) =>
        point == definition.Tamper ? IntercomCondition.Tamper
        : point == definition.Fault ? IntercomCondition.Fault
        : null;
}
