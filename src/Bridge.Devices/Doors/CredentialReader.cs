using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>
/// Takes cards and PINs out of a device's memory, one at a time: shown, offered, stored by the host, confirmed, and only then forgotten by the
/// device (the read pointer moves). A read that was offered and not confirmed is told again by the next session. Where the device lets us look
/// past it, the reads behind it are offered meanwhile: a host that cannot store anything can still open doors.
/// </summary>
internal sealed class CredentialReader(UnitPlan plan, EventSource source, UnitMemory memory, MonotonicClock clock)
{
    private readonly ushort[] _window = new ushort[source.Window.Registers];
    private readonly ushort[] _one = new ushort[1];
    private ushort _pointer;
    private ushort _pointerAtContact;
    private int? _waitingAtContact;
    private ushort _newest;
    private ushort _oldest;
    private ushort _boot;
    private bool _overflow;
    private readonly List<uint> _offered = [];
    private bool _cannotLookAhead;
    private bool? _looksAhead;

    /// <summary>The host has stored what it was offered: the device can forget it now.</summary>
    public bool HasConfirmation => _offered.Count > 0 && memory.IsConfirmed(_offered[0]);

    /// <summary>The last read that the host has been told of.</summary>
    private ushort Told => _offered.Count == 0 ? _pointer : EventSequence.Of(_offered[^1]);

    /// <summary>At contact and after a restart: where the device thinks we are.</summary>
    /// <param name="mayWrite">It is the device that the profile is about.</param>
    public ModbusReply Start(MasterPort port, bool mayWrite, TimeSpan timeout)
    {
        var reply = port.Read(plan.Unit, PointTable.Holding, source.ReadPointerAddress, _one, timeout);
        _pointer = _pointerAtContact = _one[0];
        _waitingAtContact = null;
        _offered.Clear();
        _overflow = false;
        _cannotLookAhead = source.LookAheadAddress is null || !mayWrite;
        _looksAhead = null;
        return reply;
    }

    /// <summary>What the latest poll says of the memory.</summary>
    public void Look(PollPlan poll, ushort boot)
    {
        _newest = poll.Find(source.Table, source.NewestAddress).Raw(source.NewestAddress);
        _oldest = poll.Find(source.Table, source.OldestAddress).Raw(source.OldestAddress);
        _boot = boot;
        _waitingAtContact ??= _newest == 0 ? 0 : EventSequence.Steps(_pointerAtContact, _newest);
        if (source.Overflow is { } flag)
        {
            var overflow = flag.IsOn(poll.Find(flag.Table, flag.Address).Raw(flag.Address));
            if (overflow && !_overflow)
            {
                memory.Remark(DeviceRemark.EventsLost, "its memory of card and PIN reads overflowed", clock.Timestamp);
            }

            _overflow = overflow;
        }
    }

    /// <summary>Goes on as far as the host lets it. Null, or the reply of the transaction that failed.</summary>
    public ModbusReply? Advance(MasterPort port, TimeSpan timeout, Func<DeviceEvent, bool> offer)
    {
        while (_offered.Count == 0 || HasConfirmation || !_cannotLookAhead)
        {
            if (HasConfirmation && Forget(port, EventSequence.Of(LastStored()), timeout) is { } failed)
            {
                return failed;
            }

            if (_newest == 0 || _newest == Told)
            {
                return null;
            }

            if (_offered.Count > 0 && LookAhead(port, EventSequence.Steps(_oldest, Told) + 1, timeout) is { } refused)
            {
                return refused;
            }

            var reply = port.Read(plan.Unit, source.Table, source.Window.Address, _window, timeout);
            if (!reply.IsOk)
            {
                return reply;
            }

            var next = Take(port, timeout, offer);
            if (next.Reply is not null || !next.GoOn)
            {
                return next.Reply;
            }
        }

        return null;
    }

    // Forgetting one is forgetting all before it: it goes as far as nothing unconfirmed lies between.
    private uint LastStored() => _offered[_offered.TakeWhile(memory.IsConfirmed).Count() - 1];

    /// <summary>Makes the window skip so many reads. Null, or the reply of a device that did not do it.</summary>
    private ModbusReply? LookAhead(MasterPort port, int skipped, TimeSpan timeout)
    {
        _one[0] = (ushort)skipped;
        _looksAhead = skipped > 0;
        var reply = port.Write(plan.Unit, source.LookAheadAddress!.Value, _one, timeout);
        _cannotLookAhead |= reply.Outcome == ModbusOutcome.Exception;
        return reply.IsOk ? null : reply;
    }

    private (ModbusReply? Reply, bool GoOn) Take(MasterPort port, TimeSpan timeout, Func<DeviceEvent, bool> offer)
    {
        var sequence = _window[source.Window.SequenceOffset];
        if (Misplaced(port, sequence, timeout) is { } misplaced)
        {
            return misplaced;
        }

        if (sequence == 0)
        {
            return SkipLost(port, timeout);
        }

        var number = EventSequence.Number(_boot, sequence);
        if (memory.IsConfirmed(number))
        {
            // Stored in an earlier session that ended before the device heard of it.
            _offered.Add(number);
            return (null, GoOn: true);
        }

        return Tell(port, sequence, number, timeout, offer);
    }

    private (ModbusReply? Reply, bool GoOn) Tell(MasterPort port, ushort sequence, uint number, TimeSpan timeout, Func<DeviceEvent, bool> offer)
    {
        if (CredentialDecoder.Decode(source.Window, _window) is not { } credential)
        {
            return SkipOdd(port, sequence, timeout);
        }

        RemarkGap(sequence);
        if (offer(Event(credential, sequence, number)))
        {
            _offered.Add(number);
        }

        return (null, GoOn: false);
    }

    /// <summary>The window stands elsewhere than we think; null when it does not.</summary>
    private (ModbusReply? Reply, bool GoOn)? Misplaced(MasterPort port, ushort sequence, TimeSpan timeout)
    {
        if (_offered.Count > 0 && (sequence == 0 || EventSequence.Steps(Told, sequence) is 0 or > short.MaxValue))
        {
            // The memory moved under us: what it shows is known already. The next poll says where it stands.
            return (null, GoOn: false);
        }

        if (_offered.Count > 0 || _looksAhead == false || _cannotLookAhead || sequence == _oldest)
        {
            return null;
        }

        // An earlier session has left the window ahead of what nobody has confirmed.
        var refused = LookAhead(port, 0, timeout);
        return (_cannotLookAhead ? null : refused, GoOn: true);
    }

    private (ModbusReply? Reply, bool GoOn) SkipOdd(MasterPort port, ushort sequence, TimeSpan timeout)
    {
        if (_offered.Count > 0)
        {
            // To forget it would be to forget what is not stored yet.
            return (null, GoOn: false);
        }

        memory.Remark(DeviceRemark.EventsLost, $"event {sequence} is neither a card nor a PIN and was skipped", clock.Timestamp);
        return (Forget(port, sequence, timeout), GoOn: true);
    }

    /// <summary>The event after the pointer is gone: go to the oldest that is left. What lies between is lost already.</summary>
    private (ModbusReply? Reply, bool GoOn) SkipLost(MasterPort port, TimeSpan timeout)
    {
        if (_oldest == 0 || EventSequence.Steps(_pointer, _oldest) <= 1)
        {
            return (null, GoOn: false);
        }

        RemarkGap(_oldest);
        return (Forget(port, EventSequence.Before(_oldest), timeout), GoOn: true);
    }

    private void RemarkGap(ushort sequence)
    {
        var lost = EventSequence.Steps(Told, sequence) - 1;
        if (Told != 0 && lost > 0)
        {
            memory.Remark(DeviceRemark.EventsLost, $"{lost} card or PIN reads before number {sequence} are gone", clock.Timestamp);
            _pointer = _offered.Count == 0 ? EventSequence.Before(sequence) : _pointer;
        }
    }

    private DeviceEvent.CredentialRead Event(CredentialData credential, ushort sequence, uint number)
    {
        var age = _window[source.Window.AgeOffset];
        var fromBefore = EventSequence.Steps(_pointerAtContact, sequence) <= _waitingAtContact;
        return new DeviceEvent.CredentialRead(
            plan.Id(source.Name),
            clock.Timestamp,
            credential,
            number,
            source.Window.AgeUnit * age,
            fromBefore || age == source.Window.AgeUnknown);
    }

    private ModbusReply? Forget(MasterPort port, ushort sequence, TimeSpan timeout)
    {
        _one[0] = sequence;
        var reply = port.Write(plan.Unit, source.ReadPointerAddress, _one, timeout);
        if (!reply.IsOk)
        {
            return reply;
        }

        _pointer = sequence;
        _oldest = sequence == _newest ? (ushort)0 : EventSequence.After(sequence);
        _looksAhead = false;
        var last = _offered.FindIndex(number => EventSequence.Of(number) == sequence);
        _offered.Take(last + 1).ToList().ForEach(memory.Forgotten);
        _offered.RemoveRange(0, last + 1);

        return null;
    }
}
