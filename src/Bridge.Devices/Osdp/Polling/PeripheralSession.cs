using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Security;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// One reader on an open line: does what the transition table says. A turn is one exchange; its repeat is another turn, so that the neighbours are
/// served between.
/// </summary>
internal sealed class PeripheralSession : IDisposable
{
    private readonly PeripheralMemory _memory;
    private readonly OsdpWire _wire;
    private readonly MonotonicClock _clock;
    private readonly PeripheralChannel _channel;
    private readonly CommandFrame _frame;
    private readonly ReplyJudge _judge;
    private readonly ReplyVerification _verification;
    private readonly PeripheralPoints _points;
    private readonly ReportIntake _intake;
    private readonly PeripheralRemarks _remarks;
    private readonly PeripheralEnrolment _enrolment;
    private readonly PeripheralRelocation _relocation;
    private AssignedCommand? _work;
    private int _longestFrame = CapabilityReading.LeastFrame;
    private PeripheralState _state;

    public PeripheralSession(PeripheralPlan plan, PeripheralMemory memory, OsdpWire wire, MonotonicClock clock, RandomFill fill)
    {
        Plan = plan;
        _memory = memory;
        _wire = wire;
        _clock = clock;
        _channel = new PeripheralChannel(fill);
        _frame = new CommandFrame(plan, _channel);
        _judge = new ReplyJudge(plan, _channel);
        _points = new PeripheralPoints(plan, clock);
        _intake = new ReportIntake(plan, memory, _points, clock);
        _remarks = new PeripheralRemarks(memory, clock);
        _enrolment = new PeripheralEnrolment(plan, memory, clock);
        _verification = new ReplyVerification(new PeripheralIdentity(memory), _intake, _channel, memory.Figures, clock);
        _relocation = new PeripheralRelocation(plan, memory, wire);
        _state = PeripheralMoves.Fresh(memory.Last, PeripheralPhase.Identify, clock.Now) with { IsToldOnline = false, Probes = 0, LastAnswer = clock.Now };
    }

    public PeripheralPlan Plan { get; }

    public ref readonly PeripheralState State => ref _state;

    /// <summary>A command of the host can be given to it now.</summary>
    public bool CanTake => _state is { Phase: PeripheralPhase.Online, IsOutstanding: false } && _work is null;

    public bool HasWork => _work is not null && !_state.IsOutstanding;

    public bool HasUnsaid => _memory.Said.HasUnsaid || _memory.Credentials.HasUnoffered;

    public TimeSpan? SettlesAt => _points.SettlesAt;

    public void Assign(PendingCommand pending) => _work = AssignedCommand.Begin(pending, _state, _longestFrame, _relocation);

    /// <summary>A fire release does not wait until a read is stored; the read stays in the host's hands and is still told.</summary>
    public void LetFireThrough() => Apply(Kind.FireWaits);

    /// <summary>Tells the host what there is to tell, and lets the reader go on when its read is stored.</summary>
    public void Attend(Func<DeviceEvent, bool> offer)
    {
        AttendKeys();
        _remarks.Attend(_state);
        if (_work is not null && !_state.IsOutstanding && _work.IsLate(_clock.Now))
        {
            _work.DropUnsent("its deadline passed before its turn came");
            _work = null;
        }

        if (_points.SettlesAt <= _clock.Now)
        {
            _points.SampleAgain();
        }

        if (_memory.Said.Say(offer) && (_state.Phase != PeripheralPhase.Online || _points.Say(offer)))
        {
            _memory.Credentials.Offer(_clock.Now, offer);
        }

        _memory.Credentials.Release();
        if (_state.AwaitsReceipt && _memory.Credentials.IsEmpty)
        {
            Apply(Kind.ReportStored);
        }
    }

    /// <summary>One exchange.</summary>
    public void Turn()
    {
        AttendKeys();
        _relocation.LookAround(_state);
        if (_state.IsGivenUp(_clock.Now))
        {
            Apply(Kind.Silence);
            return;
        }

        var isRepeat = _state.IsOutstanding;
        if (_state.Phase == PeripheralPhase.NotEnrolled || (!isRepeat && !_enrolment.TryMake(_frame, _state, _work?.Current)))
        {
            return;
        }

        if (!_wire.Send(_frame.Bytes, Plan.Definition.ResponseTimeout))
        {
            return;
        }

        var secondReplies = _wire.TakeSecondReplies(Plan.Address);
        _memory.Figures.CountSecondReplies(secondReplies);
        _remarks.SecondReplies(secondReplies);
        _memory.Figures.CountSent(_frame.IsPoll, isRepeat);
        Apply(Kind.Sent);
        Listen(isRepeat);
    }

    /// <summary>The line is down: what was sent is in doubt.</summary>
    public void End()
    {
        DropWork("the line went down before its answer came");
        _memory.Last = _state;
        _channel.Close();
        _memory.Figures.Note(_state.Phase == PeripheralPhase.NotEnrolled ? _state : PeripheralMoves.Fresh(_state, PeripheralPhase.Offline, _state.Due));
    }

    public void Dispose()
    {
        _channel.Dispose();
        _judge.Clear();
    }

    private void AttendKeys()
    {
        while (_enrolment.Due(_state) is { } due)
        {
            Apply(due);
        }
    }

    private void Listen(bool isRepeat)
    {
        var checkErrors = _wire.Figures.CheckErrors;
        while (_wire.TryListen(out var frame))
        {
            if (!Hear(frame))
            {
                _memory.Figures.CountReply(_clock.Now - _state.SentAt);
                _memory.Figures.CountCheckErrors(_wire.Figures.CheckErrors - checkErrors);
                if (isRepeat)
                {
                    _wire.Rest();
                }

                return;
            }
        }

        _memory.Figures.CountCheckErrors(_wire.Figures.CheckErrors - checkErrors);
        if (!_wire.IsLost)
        {
            Apply(Kind.Silence);
        }
    }

    /// <summary>True when it was not the reply: listen on.</summary>
    private bool Hear(in OsdpFrame frame)
    {
        var phase = _state.Phase;
        var kind = _verification.Verify(_judge.Judge(frame, _state, _frame.Code), _frame, _judge, IsTrusted);
        if (kind == Kind.CredentialReported)
        {
            _judge.Keep(frame);
        }

        var isCapabilities = kind == Kind.Answered && _frame.Code == OsdpCommandCode.Cap;
        var actions = Apply(kind, isCapabilities ? CapabilityReading.Features(_judge.Data) : PeripheralFeatures.None);
        _longestFrame = isCapabilities ? CapabilityReading.LongestFrame(_judge.Data) : _longestFrame;
        if (kind == Kind.Answered && _relocation.HasLeft(_frame.Code))
        {
            // A reader that moves starts again, like one that asks for it.
            Apply(Kind.SequenceZero);
        }
        else if (kind == Kind.Answered && phase == PeripheralPhase.Online && _judge.Code == OsdpReplyCode.LstatR && _intake.SawPowerFault)
        {
            Apply(Kind.PowerReported);
        }

        return actions.Has(PeripheralActions.KeepListening);
    }

    /// <summary>What is said in clear by a reader that ought to be in a session is not delivered, not even its tamper switch.</summary>
    private bool IsTrusted => !Plan.IsSecure
        || (_channel is { IsUp: true, HasDefaultKey: false } && _state.Phase != PeripheralPhase.SetKey);

    private PeripheralActions Apply(Kind kind, PeripheralFeatures features = PeripheralFeatures.None)
    {
        var before = _state;
        var input = new PeripheralInput(kind, _clock.Now, _frame.IsPoll, features);
        var (next, actions) = PeripheralTable.Next(_enrolment.Rules, before, input);
        _state = next;
        _memory.Figures.Count(kind);
        _memory.Figures.Note(next);
        if (actions.Has(PeripheralActions.Accept))
        {
            Accept(kind, before);
        }

        Answer(actions);
        if (actions.Has(PeripheralActions.WipeSession))
        {
            _channel.Close();
            _judge.Clear();
            _points.Forget();
            _intake.Reconnected();
        }

        _enrolment.Note(kind, before, actions, _judge);
        _remarks.Say(actions, _state, _judge);
        return actions;
    }

    private void Accept(Kind kind, in PeripheralState before)
    {
        if (IsTrusted && kind is Kind.Answered or Kind.StatusInstead
            && _judge.Code is OsdpReplyCode.LstatR or OsdpReplyCode.IstatR or OsdpReplyCode.OstatR or OsdpReplyCode.RstatR && _frame.Code is not (OsdpCommandCode.Chlng or OsdpCommandCode.Scrypt))
        {
            _intake.TakeStatus(_judge.Code, _judge.Data);
        }

        if (before.Phase != PeripheralPhase.Online)
        {
            return;
        }

        if (kind == Kind.Answered && _frame.IsPoll && _judge.Code == OsdpReplyCode.Ack)
        {
            _intake.Drained(before.SentAt);
        }

        if (_work is null || _frame.IsPoll)
        {
            return;
        }

        if (kind == Kind.Answered)
        {
            _work.Take(_judge.Code, _judge.Data);
            _work = _work.Advance() ? _work : null;
        }
        else if (_work.MovesLock)
        {
            // It answered with something else: whether it moved the lock is open, and asking again could move it twice.
            DropWork("the reader answered with a report instead");
        }
    }

    private void Answer(PeripheralActions actions)
    {
        if (actions.Has(PeripheralActions.RejectCommand) && _work is not null && _judge.Nak is { } nak)
        {
            _work = _work.Refuse($"the reader refused it: NAK {(byte)nak} ({nak})") ? _work : null;
        }
        else if (actions.Has(PeripheralActions.RejectCommand))
        {
            DropWork("the reader gave an answer that belongs to another command");
        }

        if ((actions & (PeripheralActions.DoubtCommand | PeripheralActions.WipeSession)) != 0)
        {
            DropWork("the link to the reader was lost before its answer came");
        }
    }

    private void DropWork(string reason)
    {
        _work?.Doubt(reason);
        _work = null;
    }
}
