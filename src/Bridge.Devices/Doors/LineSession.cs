namespace Bridge.Devices.Doors;

/// <summary>
/// The loop of one open line, on the line's own thread: ends of host-counted pulses, then commands, then confirmations, then the poll that is most
/// overdue. A command waits for at most the transaction that is running.
/// </summary>
internal sealed class LineSession(IReadOnlyList<UnitSession> units, MasterPort port, CommandQueue queue, IIdleWait idle, MonotonicClock clock)
{
    /// <summary>A line on which nobody says anything sensible for this long is closed and opened anew: unplugged adapters stay "open".</summary>
    public static readonly TimeSpan FrameLimit = TimeSpan.FromSeconds(8);

    /// <summary>The pace at which the host is offered again what it had no room for.</summary>
    private static readonly TimeSpan OfferAgain = TimeSpan.FromMilliseconds(100);

    private readonly NeighbourCare _care = new(units);

    public LineEnd Run(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        void Serve() => ServeCommands(cancellationToken);

        while (!cancellationToken.IsCancellationRequested)
        {
            Serve();
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
            if (unit.HasConfirmation)
            {
                return unit;
            }

            next = next is null || unit.Pace.Due < next.Pace.Due ? unit : next;
        }

        return next is not null && next.Pace.Due <= clock.Now ? next : null;
    }

    private TimeSpan Pause()
    {
        var until = clock.Now + FrameLimit;
        foreach (var unit in units)
        {
            until = Earlier(until, unit.Pace.Due);
            until = unit.Outputs.NextEnd is { } end ? Earlier(until, end) : until;
            until = unit.Memory.HasUnsaid ? Earlier(until, clock.Now + OfferAgain) : until;
        }

        return until - clock.Now;
    }

    private void ServeCommands(CancellationToken cancellationToken)
    {
        do
        {
            foreach (var unit in units)
            {
                if (unit.Outputs.NextEnd <= clock.Now)
                {
                    unit.Outputs.EndPulses(port, unit.Pace.FullTimeout);
                }
            }

            if (port.IsLost || cancellationToken.IsCancellationRequested || queue.Take() is not { } pending)
            {
                return;
            }

            CommandResult result = new CommandResult.OutcomeUnknown("the line failed while doing it");
            try
            {
                result = Execute(pending);
            }
            finally
            {
                pending.Complete(result);
            }
        }
        while (true);
    }

    private CommandResult Execute(PendingCommand pending)
    {
        if (pending.IsAbandoned)
        {
            return new CommandResult.NotSent("it was called off before its turn came");
        }

        if (clock.Now > pending.Deadline)
        {
            return new CommandResult.NotSent("its deadline passed before its turn came");
        }

        if (units.FirstOrDefault(unit => unit.Plan.Definition.Device == pending.Command.Point.Device) is not { } unit)
        {
            return new CommandResult.Rejected($"{pending.Command.Point} is not on this line");
        }

        // For fire everything is tried; for anything else a silent unit would cost its neighbours a time-out.
        if (unit.Pace.IsOffline && pending.Priority != CommandPriority.Fire)
        {
            return new CommandResult.NotSent($"{unit.Plan.Definition.Device} does not answer");
        }

        var result = unit.Outputs.Execute(pending.Command, pending.Priority, port, unit.Pace.FullTimeout);
        if (pending.Command is not DeviceCommand.Indicate)
        {
            // What the output does now is read at once.
            unit.CheckSoon();
        }

        return result;
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
