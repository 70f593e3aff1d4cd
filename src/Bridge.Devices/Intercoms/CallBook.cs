namespace Bridge.Devices.Intercoms;

/// <summary>
/// The calls of one device: one at a time at each panel. Makes of signs what is to be told, and sees to it that every call that was told to have started
/// is told to have ended, once. Knows no clock and no wire.
/// </summary>
internal sealed class CallBook(DeviceId device)
{
    /// <summary>So many ended calls are known as such: what comes late for one of them is not taken for something outside of a call.</summary>
    private const int MostEnded = 64;

    private readonly Dictionary<string, OpenCall> _open = [];
    private readonly List<(string Panel, string CallId)> _ended = [];

    public OpenCall? At(string panel) => _open.GetValueOrDefault(panel);

    /// <summary>When the next watchdog bites; null when no call is open.</summary>
    public TimeSpan? NextLimit => _open.Count == 0 ? null : _open.Values.Min(call => call.Until);

    /// <summary>What is to be told of it; nothing when it makes no sense.</summary>
    public IReadOnlyList<DeviceEvent.IntercomCall> Take(IntercomSign sign, TimeSpan now, long stamp)
    {
        if (IntercomCallTable.Next(PhaseOf(sign), sign.Kind) is not { } next)
        {
            return [];
        }

        var told = new List<DeviceEvent.IntercomCall>();
        if (sign.Kind == IntercomCallKind.Started && _open.TryGetValue(sign.Panel, out var forgotten))
        {
            told.Add(End(forgotten, IntercomEndReason.Stale, stamp));
        }

        told.Add(Move(sign, next, now, stamp));
        return told;
    }

    /// <summary>Ends the calls whose watchdog has run out.</summary>
    public IReadOnlyList<DeviceEvent.IntercomCall> Expire(TimeSpan now, long stamp) => NextLimit is { } limit && limit <= now
        ? [.. _open.Values.Where(call => call.Until <= now).ToList().Select(call => End(call, IntercomEndReason.Stale, stamp))]
        : [];

    /// <summary>Ends all of them: the line is lost, or the device has restarted.</summary>
    public IReadOnlyList<DeviceEvent.IntercomCall> EndAll(IntercomEndReason reason, long stamp) =>
        [.. _open.Values.ToList().Select(call => End(call, reason, stamp))];

    private IntercomPhase PhaseOf(IntercomSign sign) =>
        At(sign.Panel) is { } call && call.CallId == sign.CallId ? call.Phase
        : _ended.Contains((sign.Panel, sign.CallId)) ? IntercomPhase.Ended
        : IntercomPhase.Idle;

    private DeviceEvent.IntercomCall Move(IntercomSign sign, IntercomPhase next, TimeSpan now, long stamp)
    {
        var call = At(sign.Panel) is { } open && open.CallId == sign.CallId ? open : null;
        var unit = sign.Unit ?? call?.Unit;
        if (next == IntercomPhase.Ended)
        {
            Close(sign.Panel, sign.CallId);
        }
        else if (next != IntercomPhase.Idle)
        {
            // A key or an unlock does not make the call any longer.
            var until = call is not null && call.Phase == next ? call.Until : now + IntercomCallTable.LimitOf(next);
            _open[sign.Panel] = new OpenCall(sign.Panel, unit, sign.CallId, next, until);
            _ended.Remove((sign.Panel, sign.CallId));
        }

        return new DeviceEvent.IntercomCall(new PointId(device, sign.Panel), stamp, sign.CallId, sign.Sequence, sign.Kind)
        {
            Unit = sign.IsUnnamed ? null : unit,
            Reason = next == IntercomPhase.Ended ? sign.Reason ?? IntercomEndReason.Normal : null,
            Number = sign.Number,
        };
    }

    private DeviceEvent.IntercomCall End(OpenCall call, IntercomEndReason reason, long stamp)
    {
        Close(call.Panel, call.CallId);
        return new DeviceEvent.IntercomCall(new PointId(device, call.Panel), stamp, call.CallId, 0, IntercomCallKind.Ended)
        {
            Unit = call.Unit,
            Reason = reason,
        };
    }

    private void Close(string panel, string callId)
    {
        _open.Remove(panel);
        if (_ended.Count == MostEnded)
        {
            _ended.RemoveAt(0);
        }

        _ended.Add((panel, callId));
    }
}
