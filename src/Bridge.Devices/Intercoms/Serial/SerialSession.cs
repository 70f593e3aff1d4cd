using Bridge.Devices.Doors;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>The loop of one open line, on the line's own thread: acknowledge what is stored, send commands and heart beats, tell, listen.</summary>
internal sealed class SerialSession(IByteLink link, SerialMemory memory, SerialRequests requests, CommandQueue queue, LinkWait wait, MonotonicClock clock)
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(10);

    /// <summary>Three beats missed.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(30);

    /// <summary>The pace at which the host is offered again what it had no room for.</summary>
    private static readonly TimeSpan OfferAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Longer without a word, and a beat was missed: what comes next may have been kept.</summary>
    private static readonly TimeSpan CurrentWithin = TimeSpan.FromSeconds(12);

    private static readonly Predicate<PendingCommand> Any = static _ => true;
    private readonly SerialCollector _collector = new();
    private TimeSpan _heardAt = clock.Now;
    private TimeSpan _beatAt = clock.Now;
    private bool _isHeard;
    private bool _isCurrent;
    private bool _isLost;

    public required SerialFigures Figures { get; init; }

    public LineEnd Run(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            memory.Expire(clock.Now, clock.Timestamp);
            requests.Expire(clock.Now);
            memory.Said.Say(offer);
            Send();
            if (_isLost)
            {
                return new LineEnd.LinkLost("the link was closed or unplugged");
            }

            if (clock.Now - _heardAt >= SilenceLimit)
            {
                return new LineEnd.LinkLost($"the intercom has not been heard for {SilenceLimit.TotalSeconds:0} s");
            }

            wait.Wait(Pause());
            _isLost |= wait.Ended == LinkReadKind.Lost;
            if (wait.Ended == LinkReadKind.Bytes)
            {
                Receive(wait.Received);
            }
        }

        return new LineEnd.Stopped();
    }

    private void Send()
    {
        while (memory.Receipts.Next() is { } sequence)
        {
            Write(SerialWriter.Acknowledgement(sequence));
        }

        while (queue.Take(Any) is { } pending)
        {
            if (requests.Begin(pending, _isHeard, clock.Now) is { } line)
            {
                Write(line);
            }
        }

        if (clock.Now >= _beatAt)
        {
            Write(SerialWriter.HeartBeat);
            _beatAt = clock.Now + BeatEvery;
        }
    }

    private void Write(ReadOnlySpan<byte> line) => _isLost |= link.Write(line) == LinkWrite.Lost;

    private void Receive(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (_collector.Add(value, out var line))
            {
                Take(line);
            }
        }

        Figures.Stray(_collector.StrayBytes);
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        var message = SerialReader.Read(line);
        if (message is SerialMessage.Nonsense nonsense)
        {
            Figures.Refused(nonsense);
            return;
        }

        Figures.Understood();
        _isCurrent &= clock.Now - _heardAt <= CurrentWithin;
        _heardAt = clock.Now;
        if (!_isHeard)
        {
            _isHeard = true;
            memory.Said.WentOnline(clock.Timestamp);
        }

        switch (message)
        {
            case SerialMessage.HeartBeat(var boot):
                memory.Booted(boot, clock.Timestamp);
                _isCurrent = true;
                break;
            case SerialMessage.Answer answer:
                Figures.Stranger(!requests.Take(answer));
                break;
            case SerialMessage.Call(var sign) when Receipt(sign.Sequence, line) is { } number:
                memory.Take(InTime(sign) with { Number = number }, clock.Now, clock.Timestamp);
                break;
            case SerialMessage.Health health when Receipt(health.Sequence, line) is { } number:
                memory.Take(health, number, clock.Timestamp);
                break;
            default:
                break;
        }
    }

    /// <summary>A device tells what it kept before it beats: until then a press on the unlock key may be an old one, and an old one must not open a door.</summary>
    private IntercomSign InTime(IntercomSign sign) =>
        sign.Kind == IntercomCallKind.UnlockRequested && !_isCurrent ? sign with { Kind = IntercomCallKind.UnlockMissed } : sign;

    /// <summary>Null for a repeat, and while the host takes nothing: the device keeps it and says it again.</summary>
    private uint? Receipt(uint sequence, ReadOnlySpan<byte> line)
    {
        if (memory.Receipts.IsRepeat(sequence, line) || memory.IsFull)
        {
            return null;
        }

        if (memory.Receipts.IsFromTheStart(sequence))
        {
            memory.BeganAnew(clock.Timestamp);
        }

        return memory.Receipts.Add(sequence, line);
    }

    private TimeSpan Pause()
    {
        var now = clock.Now;
        var until = Earlier(_beatAt, _heardAt + SilenceLimit);
        until = memory.NextLimit is { } limit ? Earlier(until, limit) : until;
        until = requests.NextLimit is { } answer ? Earlier(until, answer) : until;
        until = memory.Said.HasUnsaid ? Earlier(until, now + OfferAgain) : until;
        return until > now ? until - now : TimeSpan.Zero;
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
