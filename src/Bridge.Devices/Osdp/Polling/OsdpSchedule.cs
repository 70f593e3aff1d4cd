using Bridge.Devices.Doors;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// The loop of one open line, on the line's own thread: commands first, then the reader that has waited longest. A turn is one exchange, so a reader
/// costs its neighbours one reply window at most before they are served.
/// </summary>
internal sealed class OsdpSchedule
{
    /// <summary>A line on which nobody says anything sensible for this long is opened anew. Twice the slowest probe, so that a lone reader is probed.</summary>
    public static readonly TimeSpan FrameLimit = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan OfferAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>So many commands in a row, then a poll that is due: a busy door must not keep its neighbours' cards waiting.</summary>
    private const int MostCommandsInARow = 4;

    private readonly PeripheralSession[] _peripherals;
    private readonly OsdpWire _wire;
    private readonly CommandQueue _queue;
    private readonly IIdleWait _idle;
    private readonly MonotonicClock _clock;
    private readonly Predicate<PendingCommand> _mayGo;
    private readonly Func<PendingCommand, TimeSpan> _deadline = static pending => pending.Deadline;
    private bool _probedLast;
    private int _commandsInARow;

    public OsdpSchedule(PeripheralSession[] peripherals, OsdpWire wire, CommandQueue queue, IIdleWait idle, MonotonicClock clock)
    {
        _peripherals = peripherals;
        _wire = wire;
        _queue = queue;
        _idle = idle;
        _clock = clock;
        _mayGo = MayGo;
    }

    public LineEnd Run(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!Step(offer))
            {
                return new LineEnd.LinkLost("the link was closed or unplugged");
            }

            if (_clock.Now - _wire.SilentSince > FrameLimit)
            {
                return new LineEnd.LinkLost($"no valid frame from any of {_peripherals.Length} readers for {FrameLimit.TotalSeconds:0} s");
            }
        }

        return new LineEnd.Stopped();
    }

    /// <summary>Tells, then does one exchange or waits for the next thing to do. False when the link is lost.</summary>
    public bool Step(Func<DeviceEvent, bool> offer)
    {
        foreach (var peripheral in _peripherals)
        {
            peripheral.Attend(offer);
        }

        GiveCommands();
        if (Next() is { } next)
        {
            Visit(next);
            return !_wire.IsLost;
        }

        _idle.Wait(Pause());
        return true;
    }

    private void Visit(PeripheralSession peripheral)
    {
        _commandsInARow = peripheral.HasWork ? _commandsInARow + 1 : 0;
        var isProbe = peripheral.State.IsAway;
        peripheral.Turn();
        _probedLast = isProbe && peripheral.State.IsAway;
    }

    private void GiveCommands()
    {
        while (_queue.Take(_mayGo) is { } pending)
        {
            if (pending.IsAbandoned)
            {
                pending.Complete(new CommandResult.NotSent("it was called off before its turn came"));
            }
            else if (pending.Deadline <= _clock.Now)
            {
                pending.Complete(new CommandResult.NotSent("its deadline passed before its turn came"));
            }
            else if (Find(pending) is not { } peripheral)
            {
                pending.Complete(new CommandResult.Rejected($"{pending.Command.Point} is not on this line"));
            }
            else if (peripheral.State.IsAway)
            {
                pending.Complete(new CommandResult.NotSent($"{pending.Command.Point.Device} is not online"));
            }
            else
            {
                Give(pending, peripheral);
            }
        }
    }

    private static void Give(PendingCommand pending, PeripheralSession peripheral)
    {
        if (peripheral.State.AwaitsReceipt)
        {
            peripheral.LetFireThrough();
        }

        peripheral.Assign(pending);
    }

    private bool MayGo(PendingCommand pending) =>
        pending.IsAbandoned || pending.Deadline <= _clock.Now || Find(pending) is not { } peripheral || peripheral.State.IsAway || peripheral.CanTake
        || (pending.Priority == CommandPriority.Fire && peripheral.State is { AwaitsReceipt: true, Phase: PeripheralPhase.Online });

    private PeripheralSession? Find(PendingCommand pending)
    {
        foreach (var peripheral in _peripherals)
        {
            if (peripheral.Plan.Device == pending.Command.Point.Device)
            {
                return peripheral;
            }
        }

        return null;
    }

    private PeripheralSession? Next()
    {
        PeripheralSession? longest = null;
        PeripheralSession? working = null;
        var mayProbe = MayProbe();
        foreach (var peripheral in _peripherals)
        {
            working ??= peripheral.HasWork ? peripheral : null;
            if ((mayProbe || !peripheral.State.IsAway) && (longest is null || peripheral.State.Due < longest.State.Due))
            {
                longest = peripheral;
            }
        }

        var isDue = longest is not null && longest.State.Due <= _clock.Now;
        return working is not null && (_commandsInARow < MostCommandsInARow || !isDue) ? working
            : isDue ? longest
            : working;
    }

    /// <summary>A reader that is away is not asked twice in a row, and not after another one of its kind: those who work come between.</summary>
    private bool MayProbe()
    {
        if (!_probedLast)
        {
            return true;
        }

        foreach (var peripheral in _peripherals)
        {
            if (!peripheral.State.IsAway)
            {
                return false;
            }
        }

        return true;
    }

    private TimeSpan Pause()
    {
        var now = _clock.Now;
        var mayProbe = MayProbe();
        var until = now + FrameLimit;
        until = _queue.Earliest(_deadline) is { } deadline ? Earlier(until, deadline) : until;
        foreach (var peripheral in _peripherals)
        {
            until = mayProbe || !peripheral.State.IsAway ? Earlier(until, peripheral.State.Due) : until;
            until = peripheral.SettlesAt is { } settles ? Earlier(until, settles) : until;
            until = peripheral.HasUnsaid ? Earlier(until, now + OfferAgain) : until;
        }

        return until - now;
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
