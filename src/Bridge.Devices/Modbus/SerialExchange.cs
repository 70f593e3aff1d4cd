using Bridge.Devices.Transport;

namespace Bridge.Devices.Modbus;

/// <summary>
/// Modbus RTU on a wire or through a transparent serial server. Frames carry no transaction id, so the line is kept in step instead: silence before
/// every request, everything unasked for drained, and after a missing answer the unit is asked something unmistakable before it is believed again.
/// </summary>
internal sealed class SerialExchange(IByteLink link, ModbusTiming timing, TimeProvider time) : IModbusExchange
{
    private const byte Broadcast = 0;

    /// <summary>A line that will not fall silent for this long is babbling: the request is given up unsent.</summary>
    private static readonly TimeSpan BabbleLimit = TimeSpan.FromSeconds(1);

    private readonly LineClock _clock = new(time);
    private readonly SerialReceiver _receiver = new();
    private readonly SuspectRequest[] _suspects = new SuspectRequest[256];
    private readonly SyncProbe _probe = new(time.GetTimestamp());
    private long _quietSince;
    private long _lineReservedUntil;
    private bool _opened;
    private bool _outOfStep;

    public ModbusCounters Counters { get; set; } = new();

    public bool WasInterrupted { get; private set; }

    public ReadOnlySpan<byte> Answer => _receiver.Answer;

    public ModbusOutcome Transact(ModbusRequest request)
    {
        WasInterrupted = false;
        var outcome = AwaitLine(request);
        if (outcome != ModbusOutcome.Ok)
        {
            return outcome;
        }

        if (_suspects[request.Unit].IsOwed && request.Unit != Broadcast)
        {
            outcome = Synchronise(request);
            if (outcome == ModbusOutcome.Ok)
            {
                outcome = AwaitLine(request);
            }
        }

        return outcome == ModbusOutcome.Ok ? Exchange(request) : outcome;
    }

    public TimeSpan HeldBack(byte unit) => _clock.Until(Math.Max(_lineReservedUntil, _suspects[unit].Until), _clock.Now);

    public LinkReadKind Idle(TimeSpan atMost)
    {
        var now = _clock.Now;
        var end = _clock.After(now, atMost);
        while (true)
        {
            _receiver.Clear();
            var read = link.Read(_receiver.Room, _clock.Until(end, now));
            now = _clock.Now;
            if (read.Kind != LinkReadKind.Bytes)
            {
                return read.Kind;
            }

            Counters.CountStrayBytes(read.Count);
            _quietSince = now;
            if (now >= end)
            {
                return LinkReadKind.TimedOut;
            }
        }
    }

    /// <summary>
    /// Nothing of the caller's request is on the wire yet if this fails, so a write is then "not sent" and not "unknown".
    /// </summary>
    private ModbusOutcome Synchronise(ModbusRequest request)
    {
        var probe = _probe.Build(_suspects[request.Unit], request);
        var outcome = Exchange(probe);
        _probe.Learn(request.Unit, outcome == ModbusOutcome.Ok);
        if (outcome == ModbusOutcome.Ok)
        {
            _suspects[request.Unit] = default;
            return outcome;
        }

        return request.IsRead || outcome == ModbusOutcome.LinkLost ? outcome : ModbusOutcome.NotSent;
    }

    private ModbusOutcome AwaitLine(ModbusRequest request)
    {
        var now = _clock.Now;
        if (!_opened)
        {
            // What a former owner's unit still had to say belongs to nobody.
            _opened = true;
            _outOfStep = true;
            _quietSince = now;
            _lineReservedUntil = _clock.After(now, timing.OpeningWindow);
        }

        var notBefore = Math.Max(_lineReservedUntil, _suspects[request.Unit].Until);
        var outcome = AwaitQuiet(notBefore, _outOfStep ? timing.QuarantineSilence : timing.Silence, request.IsRead, now);
        _outOfStep &= outcome != ModbusOutcome.Ok;
        return outcome;
    }

    /// <summary>Waiting is reading: whatever comes is counted and thrown away, and the silence begins anew.</summary>
    private ModbusOutcome AwaitQuiet(long notBefore, TimeSpan silence, bool mayInterrupt, long now)
    {
        var giveUp = _clock.After(Math.Max(now, notBefore), silence + BabbleLimit);
        while (true)
        {
            _receiver.Clear();
            var until = Math.Max(notBefore, _clock.After(_quietSince, silence));
            var read = link.Read(_receiver.Room, _clock.Until(until, now));
            switch (read.Kind)
            {
                case LinkReadKind.TimedOut:
                    return ModbusOutcome.Ok;
                case LinkReadKind.Lost:
                    return ModbusOutcome.LinkLost;
                case LinkReadKind.Interrupted when mayInterrupt:
                    return ModbusOutcome.NotSent;
                case LinkReadKind.Bytes:
                    Counters.CountStrayBytes(read.Count);
                    _quietSince = _clock.Now;
                    break;
            }

            now = _clock.Now;
            if (now > giveUp)
            {
                return mayInterrupt ? ModbusOutcome.Garbled : ModbusOutcome.NotSent;
            }
        }
    }

    private ModbusOutcome Exchange(ModbusRequest request)
    {
        var frame = request.SerialFrame();
        Counters.CountTransaction();
        _receiver.Clear();
        if (link.Write(frame) == LinkWrite.Lost)
        {
            return ModbusOutcome.LinkLost;
        }

        var written = _clock.Now;
        var sent = _clock.After(written, timing.CharacterTime * frame.Length);
        _quietSince = sent;
        var echo = timing.LocalEcho ? frame : default;
        if (request.Unit == Broadcast)
        {
            _lineReservedUntil = _clock.After(sent, timing.BroadcastTurnaround);
            return echo.IsEmpty ? ModbusOutcome.Ok : ReceiveEchoOnly(frame, sent, written);
        }

        // Unit and CRC travel with the PDU.
        var deadline = _clock.After(sent, request.Timeout + (timing.CharacterTime * (request.Expectation.Length + 3)));
        var outcome = Receive(request, echo, written, deadline);
        if (outcome is ModbusOutcome.TimedOut or ModbusOutcome.Garbled)
        {
            Quarantine(request, sent);
        }

        return outcome;
    }

    private ModbusOutcome Receive(ModbusRequest request, ReadOnlySpan<byte> echo, long now, long deadline)
    {
        var broken = false;
        while (true)
        {
            var left = _clock.Until(deadline, now);
            var read = link.Read(_receiver.Room, _receiver.IsEmpty || left < timing.Gap ? left : timing.Gap);
            now = _clock.Now;
            switch (read.Kind)
            {
                case LinkReadKind.Lost:
                    return ModbusOutcome.LinkLost;
                case LinkReadKind.TimedOut:
                    broken |= _receiver.Discard(Counters);
                    break;
                case LinkReadKind.Interrupted:
                    // It cannot call back what is on its way.
                    WasInterrupted = true;
                    break;
                case LinkReadKind.Bytes:
                    _quietSince = now;
                    _receiver.Take(read.Count);
                    if (Believe(request, ref echo, ref broken))
                    {
                        return ModbusOutcome.Ok;
                    }

                    break;
            }

            if (now >= deadline)
            {
                broken |= _receiver.Discard(Counters);
                Counters.CountTimeout();
                return broken ? ModbusOutcome.Garbled : ModbusOutcome.TimedOut;
            }
        }
    }

    private bool Believe(ModbusRequest request, ref ReadOnlySpan<byte> echo, ref bool broken)
    {
        if (!echo.IsEmpty)
        {
            switch (_receiver.StripEcho(echo))
            {
                case null:
                    return false;
                case false:
                    // Two talked at once: nobody can say what the unit heard, so no answer is believed. The echo stays due, which refuses all.
                    broken |= _receiver.Discard(Counters);
                    return false;
                case true:
                    echo = default;
                    break;
            }
        }

        if (_receiver.FindAnswer(request, Counters))
        {
            return true;
        }

        if (_receiver.IsFull)
        {
            broken |= _receiver.Discard(Counters);
        }

        return false;
    }

    private ModbusOutcome ReceiveEchoOnly(ReadOnlySpan<byte> frame, long sent, long now)
    {
        var deadline = _clock.After(sent, timing.Gap);
        while (now < deadline)
        {
            var read = link.Read(_receiver.Room, _clock.Until(deadline, now));
            now = _clock.Now;
            if (read.Kind == LinkReadKind.Lost)
            {
                return ModbusOutcome.LinkLost;
            }

            _receiver.Take(read.Count);
            if (_receiver.StripEcho(frame) is { } same)
            {
                return same ? ModbusOutcome.Ok : ModbusOutcome.Garbled;
            }
        }

        return ModbusOutcome.Garbled;
    }

    private void Quarantine(ModbusRequest request, long sent)
    {
        var window = request.Timeout * 2;
        var until = _clock.After(sent, window > timing.LateReplyWindow ? window : timing.LateReplyWindow);
        Counters.CountQuarantine();
        _outOfStep = true;

        // A probe that fails leaves the request that it was for as the suspect; only the window begins anew.
        var owed = _suspects[request.Unit];
        _suspects[request.Unit] = owed.IsOwed
            ? owed with { Until = until }
            : new SuspectRequest(request.Function, request.First, request.Second, until);
        if (timing.QuarantineScope == QuarantineScope.Line)
        {
            _lineReservedUntil = until;
        }
    }
}
