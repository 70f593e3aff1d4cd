namespace Bridge.Devices.Doors;

/// <summary>
/// The loop of one open line, on the line's own thread: ends of host-counted pulses, then commands, then confirmations, then the poll that is most
/// overdue. A command for a unit that answers waits for at most the transaction that is running.
/// </summary>
internal sealed class LineSession(IReadOnlyList<UnitSession> units, MasterPort port, CommandQueue queue, IIdleWait idle, MonotonicClock clock)
{
    /// <summary>A line on which nobody says anything sensible for this long is closed and opened anew: unplugged adapters stay "open".</summary>
    public static readonly TimeSpan FrameLimit = TimeSpan.FromSeconds(8);

    /// <summary>The pace at which the host is offered again what it had no room for.</summary>
    private static readonly TimeSpan OfferAgain = TimeSpan.FromMilliseconds(100);

    private readonly NeighbourCare _care = new(units);
    private readonly LineCommands _commands = new(units, port, queue, clock);

    public LineEnd Run(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        void Serve() => _commands.Serve(cancellationToken);

        while (!cancellationToken.IsCancellationRequested)
        {
            Serve();
            _commands.TrySilent(cancellationToken);
            if (port.IsLost)
            {
                return new LineEnd.LinkLost("the link was closed or unplugged");
            }

            if (clock.Now - port.SilentSince > FrameLimit)
            {
                return new LineEnd.LinkLost($"no valid answer from any of {units.Count} units for {FrameLimit.TotalSeconds:0} s");
            }

            foreach (var unit in units)
            {
                unit.Memory.Say(offer);
            }

            if (Next() is { } next)
            {
                Visit(next, offer, Serve);
            }
            else
            {
                idle.Wait(Pause());
            }
        }

        return new LineEnd.Stopped();
    }

    private void Visit(UnitSession unit, Func<DeviceEvent, bool> offer, Action serve)
    {
        if (unit.HasConfirmation)
        {
            unit.Attend(offer);
            return;
        }

        unit.Poll(offer, serve);
        _care.After(unit, clock.Now);
    }

    /// <summary>A stored read first (somebody may stand behind the next one), else the most overdue poll; null when nothing is due.</summary>
    private UnitSession? Next()
    {
        UnitSession? next = null;
        foreach (var unit in units)
        {
            next = next is null || unit.Due < next.Due ? unit : next;
        }

        return next is not null && next.Due <= clock.Now ? next : null;
    }

    private TimeSpan Pause()
    {
        var until = clock.Now + FrameLimit;
        until = _commands.NextTurn is { } turn ? Earlier(until, turn) : until;
        foreach (var unit in units)
        {
            until = Earlier(until, unit.Due);
            until = unit.NextEnd is { } end ? Earlier(until, end) : until;
            until = unit.Memory.HasUnsaid ? Earlier(until, clock.Now + OfferAgain) : until;
        }

        return until - clock.Now;
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
