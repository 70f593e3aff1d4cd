namespace Bridge.Devices.Doors;

/// <summary>
/// Whose turn it is among the waiting commands. Those for units that answer go first, by priority. A unit that was silent when it was last asked gets
/// one try at a time, when nobody else waits, never while its late answer is still awaited, and for at most half of the line's time: a dead board
/// must not keep its neighbours' doors shut in a fire.
/// </summary>
internal sealed class LineCommands
{
    private readonly IReadOnlyList<UnitSession> _units;
    private readonly MasterPort _port;
    private readonly CommandQueue _queue;
    private readonly MonotonicClock _clock;
    private readonly Predicate<PendingCommand> _mayGoNow;
    private readonly Predicate<PendingCommand> _mayBeTried;
    private readonly Func<PendingCommand, TimeSpan> _turn;
    private TimeSpan _nextTry;

    public LineCommands(IReadOnlyList<UnitSession> units, MasterPort port, CommandQueue queue, MonotonicClock clock)
    {
        _units = units;
        _port = port;
        _queue = queue;
        _clock = clock;
        _mayGoNow = MayGoNow;
        _mayBeTried = MayBeTried;
        _turn = TurnOf;
    }

    /// <summary>When a command that waits for a silent unit is to be looked at again; null when none waits.</summary>
    public TimeSpan? NextTurn => _queue.Earliest(_turn);

    /// <summary>Everything that waits for no silent unit, and the ends of host-counted pulses.</summary>
    public void Serve(CancellationToken cancellationToken)
    {
        do
        {
            foreach (var unit in _units)
            {
                if (unit.NextEnd <= _clock.Now)
                {
                    unit.Outputs.EndPulses(_port, unit.Pace.FullTimeout);
                }
            }

            if (_port.IsLost || cancellationToken.IsCancellationRequested || _queue.Take(_mayGoNow) is not { } pending)
            {
                return;
            }

            Answer(pending);
        }
        while (true);
    }

    /// <summary>One command for a silent unit, if there is one whose turn it is.</summary>
    public void TrySilent(CancellationToken cancellationToken)
    {
        if (_port.IsLost || cancellationToken.IsCancellationRequested || _clock.Now < _nextTry || _queue.Take(_mayBeTried) is not { } pending)
        {
            return;
        }

        var began = _clock.Now;
        Answer(pending);
        var now = _clock.Now;
        _nextTry = now + (now - began);
        if (pending.Priority == CommandPriority.Fire && UnitOf(pending) is { IsSilent: true } silent)
        {
            Dismiss(silent);
        }
    }

    /// <summary>Its sender asks for a fire release until it is confirmed: one try a round at each silent unit is enough.</summary>
    private void Dismiss(UnitSession silent)
    {
        while (_queue.Take(other => other.Priority == CommandPriority.Fire && UnitOf(other) == silent) is { } other)
        {
            other.Complete(new CommandResult.NotSent($"{silent.Plan.Definition.Device} did not answer the release before it"));
        }
    }

    private void Answer(PendingCommand pending)
    {
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

    private CommandResult Execute(PendingCommand pending)
    {
        if (pending.IsAbandoned)
        {
            return new CommandResult.NotSent("it was called off before its turn came");
        }

        if (IsLate(pending))
        {
            return new CommandResult.NotSent("its deadline passed before its turn came");
        }

        if (UnitOf(pending) is not { } unit)
        {
            return new CommandResult.Rejected($"{pending.Command.Point} is not on this line");
        }

        // For fire everything is tried; for anything else a silent unit would cost its neighbours a time-out.
        if (unit.Pace.IsOffline && pending.Priority != CommandPriority.Fire)
        {
            return new CommandResult.NotSent($"{unit.Plan.Definition.Device} does not answer");
        }

        var result = unit.Outputs.Execute(pending.Command, pending.Priority, _port, unit.Pace.FullTimeout);
        if (pending.Command is not DeviceCommand.Indicate)
        {
            // What the output does now is read at once.
            unit.CheckSoon();
        }

        return result;
    }

    private UnitSession? UnitOf(PendingCommand pending)
    {
        foreach (var unit in _units)
        {
            if (unit.Plan.Definition.Device == pending.Command.Point.Device)
            {
                return unit;
            }
        }

        return null;
    }

    private bool IsLate(PendingCommand pending) => _clock.Now >= pending.Deadline;

    /// <summary>It needs no silent unit, or no wire at all.</summary>
    private bool MayGoNow(PendingCommand pending) =>
        pending.IsAbandoned || IsLate(pending) || UnitOf(pending) is not { IsSilent: true } unit || (unit.Pace.IsOffline && pending.Priority != CommandPriority.Fire);

    private bool MayBeTried(PendingCommand pending) => UnitOf(pending) is not { } unit || _port.HeldBack(unit.Plan.Unit) == TimeSpan.Zero;

    private TimeSpan TurnOf(PendingCommand pending)
    {
        if (MayGoNow(pending) || UnitOf(pending) is not { } unit)
        {
            return TimeSpan.Zero;
        }

        var free = _clock.Now + _port.HeldBack(unit.Plan.Unit);
        var turn = free > _nextTry ? free : _nextTry;
        return turn < pending.Deadline ? turn : pending.Deadline;
    }
}
