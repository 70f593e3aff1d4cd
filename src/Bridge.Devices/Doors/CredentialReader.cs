using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>
/// Takes cards and PINs out of a device's memory, one at a time: shown, offered, stored by the host, confirmed, and only then forgotten by the
/// device (the read pointer moves). A read that was offered and not confirmed is told again by the next session.
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
    private uint? _offered;

    /// <summary>The host has stored what it was offered: the device can forget it now.</summary>
    public bool HasConfirmation => _offered is { } number && memory.Confirmed == number;

    /// <summary>At contact and after a restart: where the device thinks we are.</summary>
    public ModbusReply Start(MasterPort port, TimeSpan timeout)
    {
        var reply = port.Read(plan.Unit, PointTable.Holding, source.ReadPointerAddress, _one, timeout);
        _pointer = _pointerAtContact = _one[0];
        _waitingAtContact = null;
        _offered = null;
        _overflow = false;
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
        while (_offered is null || HasConfirmation)
        {
            if (_offered is { } stored && Forget(port, EventSequence.Of(stored), timeout) is { } failed)
            {
                return failed;
            }

            if (_newest == 0 || _newest == _pointer)
            {
                return null;
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

    private (ModbusReply? Reply, bool GoOn) Take(MasterPort port, TimeSpan timeout, Func<DeviceEvent, bool> offer)
    {
        var sequence = _window[source.Window.SequenceOffset];
        if (sequence == 0)
        {
            return SkipLost(port, timeout);
        }

        var number = EventSequence.Number(_boot, sequence);
        if (memory.Confirmed == number)
        {
            // Stored in an earlier session that ended before the device heard of it.
            _offered = number;
            return (null, GoOn: true);
        }

        if (CredentialDecoder.Decode(source.Window, _window) is not { } credential)
        {
            memory.Remark(DeviceRemark.EventsLost, $"event {sequence} is neither a card nor a PIN and was skipped", clock.Timestamp);
            return (Forget(port, sequence, timeout), GoOn: true);
        }

        RemarkGap(sequence);
        if (offer(Event(credential, sequence, number)))
        {
            _offered = number;
        }

        return (null, GoOn: false);
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
        var lost = EventSequence.Steps(_pointer, sequence) - 1;
        if (_pointer != 0 && lost > 0)
        {
            memory.Remark(DeviceRemark.EventsLost, $"{lost} card or PIN reads before number {sequence} are gone", clock.Timestamp);
            _pointer = EventSequence.Before(sequence);
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
        if (_offered is { } number)
        {
            memory.Forgotten(number);
        }

        _offered = null;
        return null;
    }
}
