using Bridge.Devices.Intercoms;
using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>One unit during one session of its line: contact, polling, announcing.</summary>
internal sealed class UnitSession
{
    private readonly MasterPort _port;
    private readonly MonotonicClock _clock;
    private readonly UnitSettings _settings;
    private readonly CredentialReader? _reader;
    private readonly UnitPoints _points;
    private PollPlan _poll;
    private uint? _restartValue;
    private bool _inContact;
    private bool _toldOnline;
    private TimeSpan _spent;
    private TimeSpan _longest;

    public UnitSession(UnitPlan plan, UnitMemory memory, UnitPace pace, MasterPort port, MonotonicClock clock)
    {
        Plan = plan;
        Memory = memory;
        Pace = pace;
        _port = port;
        _clock = clock;
        _settings = new UnitSettings(plan, memory, clock);
        Outputs = new UnitOutputs(plan, _settings, memory.PulseEnds, clock);
        _reader = plan.Events is { } source ? new CredentialReader(plan, source, memory, clock) : null;
        _points = new UnitPoints(plan, clock);
        _poll = plan.Poll(mayMerge: true);
    }

    public UnitPlan Plan { get; }

    public UnitMemory Memory { get; }

    public UnitPace Pace { get; }

    public UnitOutputs Outputs { get; }

    /// <summary>How long the line was busy with this unit's latest poll.</summary>
    public TimeSpan Cost { get; private set; }

    /// <summary>The longest transaction of the latest poll.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>When it was last asked, nothing believable came.</summary>
    public bool IsSilent => Pace.IsOffline || _port.IsSilent(Plan.Unit);

    /// <summary>When it is to be visited: at once when a read was confirmed, else when its poll is due.</summary>
    public TimeSpan Due => NotWhileHeldBack(HasConfirmation ? TimeSpan.Zero : Pace.Due);

    /// <summary>When the next host-counted pulse is to be ended; null when none runs.</summary>
    public TimeSpan? NextEnd => Outputs.NextEnd is { } end ? NotWhileHeldBack(end) : null;

    public bool HasConfirmation => _inContact && !Pace.IsOffline && _reader is { HasConfirmation: true };

    /// <summary>Reads everything once and tells what is new. <paramref name="between"/> runs after each transaction: commands overtake polls.</summary>
    public void Poll(Func<DeviceEvent, bool> offer, Action between)
    {
        _spent = _longest = TimeSpan.Zero;
        var failure = Read(between);
        if (failure is { } failed)
        {
            Fail(failed, offer);
            return;
        }

        Pace.Succeeded(_clock.Now);
        Memory.PulseEnds.Hurry(_clock.Now);
        Announce(offer);
        Cost = _spent;
        Longest = _longest;
        if (SettlesAt is { } settles)
        {
            Pace.NotAfter(settles);
        }
    }

    /// <summary>A read was confirmed: tell the device and take the next one, without waiting for the next poll.</summary>
    public void Attend(Func<DeviceEvent, bool> offer)
    {
        if (_reader?.Advance(_port, Pace.Timeout, offer) is { } failed && MasterPort.IsSilence(failed))
        {
            Fail(failed, offer);
        }
    }

    /// <summary>The next poll comes as soon as the line is free; a unit that failed to answer keeps its pause.</summary>
    public void CheckSoon()
    {
        if (Pace.IsWell)
        {
            Pace.NotAfter(_clock.Now);
        }
    }

    /// <summary>When a change that is being watched will have lasted long enough; null when there is none.</summary>
    public TimeSpan? SettlesAt => _points.SettlesAt;

    public void RemarkSlow(TimeSpan pause) => Memory.Remark(
        DeviceRemark.SettingDiffers,
        $"it answers after {Longest.TotalMilliseconds:0} ms, far later than its neighbours, and is asked only every {pause.TotalSeconds:0.#} s: "
            + "shorten its reply delay or give it a line of its own",
        _clock.Timestamp);

    /// <summary>While a late answer of it is awaited the line has better things to do than to wait with it.</summary>
    private TimeSpan NotWhileHeldBack(TimeSpan due) =>
        _port.HeldBack(Plan.Unit) is var held && held > TimeSpan.Zero && _clock.Now + held is var free && free > due ? free : due;

    private ModbusReply? Read(Action between)
    {
        if ((!_inContact || _clock.Now >= _settings.Due) && _settings.Check(_port, Pace.Timeout, between) is { } failure)
        {
            return failure;
        }

        if (!_inContact && Start() is { } silent)
        {
            return silent;
        }

        foreach (var request in _poll.Requests)
        {
            if (ReadOne(request) is { } failed)
            {
                return failed;
            }

            between();
        }

        Evaluate();
        return null;
    }

    private ModbusReply? ReadOne(PollRequest request)
    {
        var before = _clock.Now;
        var reply = _port.Read(Plan.Unit, request, Pace.Timeout);
        var took = _clock.Now - before;
        if (MasterPort.IsSilence(reply))
        {
            return reply;
        }

        _spent += took;
        _longest = took > _longest ? took : _longest;
        Pace.Took(took);
        if (reply.IsOk)
        {
            request.Answered();
        }
        else
        {
            request.Refused();
        }

        return null;
    }

    private ModbusReply? Start()
    {
        _restartValue = null;
        if (_reader is null)
        {
            return null;
        }

        var reply = _reader.Start(_port, mayWrite: _settings.WrongDevice is null, Pace.Timeout);
        return MasterPort.IsSilence(reply) ? reply : null;
    }

    private void Evaluate()
    {
        if (_poll.ReadsUnusedAddresses && _poll.Requests.Any(request => request.IsRefused))
        {
            // Some devices answer with an exception when a read touches one address they do not have.
            _poll = Plan.Poll(mayMerge: false);
            return;
        }

        if (Restarted() is { } detail)
        {
            Memory.EndCalls(IntercomEndReason.Restart, _clock.Timestamp);
            Memory.Remark(DeviceRemark.Restarted, detail, _clock.Timestamp);
            Forget();
            return;
        }

        _inContact = true;
        if (!_toldOnline)
        {
            _toldOnline = true;
            Memory.WentOnline(_clock.Timestamp);
        }

        _points.Sample(_poll, Outputs);
        if (_reader is not null && _poll.Find(Plan.Events!.Table, Plan.Events.NewestAddress).IsFresh)
        {
            _reader.Look(_poll, Plan.Profile.Restart?.Kind == RestartSignKind.Changes ? (ushort)((_restartValue ?? 0) & ushort.MaxValue) : (ushort)0);
        }
    }

    private string? Restarted()
    {
        if (Plan.Profile.Restart is not { } sign || _poll.Find(sign.Table, sign.Address) is not { IsFresh: true } request)
        {
            return null;
        }

        var words = request.Words.AsSpan(sign.Address - request.Address, sign.Registers);
        var value = Registers.Join(words, sign.LowWordFirst);
        var last = _restartValue;
        _restartValue = value;
        return (sign.Kind, last) switch
        {
            (_, null) => null,
            (RestartSignKind.Changes, { } before) => before == value ? null : $"its boot number went from {before} to {value}",
            (RestartSignKind.Falls, { } before) => value >= before ? null : $"its up-time went from {before} to {value} s",
        };
    }

    private void Announce(Func<DeviceEvent, bool> offer)
    {
        if (_inContact && Memory.HasUnsaid)
        {
            _points.SayAlarms(offer);
        }

        Memory.PassCalls(_clock.Now, _clock.Timestamp);
        if (!Memory.Say(offer) || !_inContact || !_points.Say(Memory.HearingContacts(offer, _clock)))
        {
            return;
        }

        _points.ClearLatches(_poll, _port, Pace.Timeout);
        if (_reader is not null)
        {
            var before = _clock.Now;
            Attend(offer);
            _spent += _clock.Now - before;
        }

        Memory.Say(offer);
    }

    private void Fail(ModbusReply reply, Func<DeviceEvent, bool> offer)
    {
        if (_port.IsLost || reply.Outcome == ModbusOutcome.NotSent)
        {
            return;
        }

        var was = Pace.IsOffline;
        Pace.Failed(_clock.Now);
        if (Pace.IsOffline && !was)
        {
            Forget();
            _toldOnline = false;
            Memory.WentOffline(_clock.Timestamp, Reason(reply));
        }

        Memory.Say(offer);
    }

    private string Reason(ModbusReply reply) => reply.Outcome switch
    {
        ModbusOutcome.Garbled => $"unit {Plan.Unit} sends only broken frames",
        ModbusOutcome.Exception => $"the gateway cannot reach unit {Plan.Unit} (exception {reply.ExceptionCode})",
        ModbusOutcome.TimedOut or ModbusOutcome.LinkLost or ModbusOutcome.NotSent or ModbusOutcome.Ok =>
            $"unit {Plan.Unit} did not answer {UnitPace.FailuresUntilOffline} times",
    };

    private void Forget()
    {
        _inContact = false;
        _restartValue = null;
        _points.Forget();
        Outputs.Forget();
    }
}
