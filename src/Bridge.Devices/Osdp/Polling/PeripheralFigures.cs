namespace Bridge.Devices.Osdp.Polling;

/// <summary>What was counted of one reader since the process started. Written by the line's thread, read by anybody.</summary>
internal sealed class PeripheralFigures
{
    private long _exchanges;
    private long _polls;
    private long _retries;
    private long _silences;
    private long _naks;
    private long _busies;
    private long _checkErrors;
    private long _strangers;
    private long _secondReplies;
    private long _handshakes;
    private long _securityFailures;
    private long _latencyTicks;
    private long _longestTicks;
    private long _replies;
    private long _replyTicks;
    private int _phase = (int)PeripheralPhase.Identify;
    private int _inSession;

    public void CountSent(bool isPoll, bool isRepeat)
    {
        Add(ref _exchanges);
        _polls += isPoll && !isRepeat ? 1 : 0;
        _retries += isRepeat ? 1 : 0;
    }

    public void CountReply(TimeSpan latency)
    {
        Volatile.Write(ref _latencyTicks, latency.Ticks);
        Volatile.Write(ref _replyTicks, _replyTicks + latency.Ticks);
        Add(ref _replies);
        if (latency.Ticks > _longestTicks)
        {
            Volatile.Write(ref _longestTicks, latency.Ticks);
        }
    }

    public void CountCheckErrors(long count) => _checkErrors += count;

    public void CountSecondReplies(int count) => Volatile.Write(ref _secondReplies, _secondReplies + count);

    public void Count(PeripheralInputKind kind)
    {
        _ = kind switch
        {
            PeripheralInputKind.Silence => Add(ref _silences),
            PeripheralInputKind.Busy => Add(ref _busies),
            PeripheralInputKind.Stranger => Add(ref _strangers),
            PeripheralInputKind.Untrusted or PeripheralInputKind.HandshakeFailed => Add(ref _securityFailures),
            PeripheralInputKind.RefusedCheck or PeripheralInputKind.RefusedCommand or PeripheralInputKind.RefusedSequence or PeripheralInputKind.RefusedBlock
                or PeripheralInputKind.RefusedConditions or PeripheralInputKind.RefusedUnsecured => Add(ref _naks),
            _ => 0,
        };
    }

    public void CountHandshake() => Add(ref _handshakes);

    public void Note(in PeripheralState state)
    {
        Volatile.Write(ref _phase, (int)state.Phase);
        Volatile.Write(ref _inSession, state.InSession ? 1 : 0);
    }

    public PeripheralSnapshot Snapshot(PeripheralPlan plan) =>
        new(plan.Device, plan.Address, Security(plan.Rules.IsSecure), ((PeripheralPhase)Volatile.Read(ref _phase)).ToString())
    {
        Exchanges = Volatile.Read(ref _exchanges),
        Polls = Volatile.Read(ref _polls),
        Retries = Volatile.Read(ref _retries),
        Silences = Volatile.Read(ref _silences),
        Naks = Volatile.Read(ref _naks),
        Busies = Volatile.Read(ref _busies),
        CheckErrors = Volatile.Read(ref _checkErrors),
        Strangers = Volatile.Read(ref _strangers),
        SecondReplies = Volatile.Read(ref _secondReplies),
        Handshakes = Volatile.Read(ref _handshakes),
        SecurityFailures = Volatile.Read(ref _securityFailures),
        LatestReply = TimeSpan.FromTicks(Volatile.Read(ref _latencyTicks)),
        LongestReply = TimeSpan.FromTicks(Volatile.Read(ref _longestTicks)),
        Replies = Volatile.Read(ref _replies),
        ReplyTime = TimeSpan.FromTicks(Volatile.Read(ref _replyTicks)),
    };

    private OsdpSecurityState Security(bool isSecure) =>
        !isSecure ? OsdpSecurityState.ClearByConfiguration
        : Volatile.Read(ref _inSession) == 1 ? OsdpSecurityState.Secure
        : (PeripheralPhase)Volatile.Read(ref _phase) switch
        {
            PeripheralPhase.Held => OsdpSecurityState.Held,
            PeripheralPhase.Replaced => OsdpSecurityState.Replaced,
            _ => OsdpSecurityState.NotYet,
        };

    private static long Add(ref long counter)
    {
        Volatile.Write(ref counter, counter + 1);
        return counter;
    }
}
