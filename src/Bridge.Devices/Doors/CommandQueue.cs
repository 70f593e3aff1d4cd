namespace Bridge.Devices.Doors;

/// <summary>
/// What waits for the line's thread. Bounded for each priority apart, so that a flood of indicators cannot keep a fire release out. Closed while
/// there is no session: a command is never kept for the next one.
/// </summary>
internal sealed class CommandQueue(int capacity)
{
    private readonly Lock _gate = new();
    private readonly List<PendingCommand>[] _waiting = [.. Enum.GetValues<CommandPriority>().Select(_ => new List<PendingCommand>())];
    private string? _closedBecause = "the line is not open";

    public void Open()
    {
        lock (_gate)
        {
            _closedBecause = null;
        }
    }

    /// <summary>Answers everything that waits and everything that still comes with NotSent.</summary>
    public void Close(string reason)
    {
        lock (_gate)
        {
            _closedBecause = reason;
            foreach (var queue in _waiting)
            {
                foreach (var command in queue)
                {
                    command.Complete(new CommandResult.NotSent(reason));
                }

                queue.Clear();
            }
        }
    }

    /// <summary>Null, or why it was not taken.</summary>
    public string? TryAdd(PendingCommand command)
    {
        lock (_gate)
        {
            var queue = _waiting[(int)command.Priority];
            if (_closedBecause is not null)
            {
                return _closedBecause;
            }

            if (queue.Count >= capacity)
            {
                return $"{capacity} commands are waiting already";
            }

            if (command is { Priority: CommandPriority.Fire, Command: DeviceCommand.Pulse })
            {
                DropSwitchOffs(command.Command.Point);
            }

            queue.Add(command);
            return null;
        }
    }

    // A fire release overtakes: an older order to secure the same lock would come after it and take it back.
    private void DropSwitchOffs(PointId point)
    {
        foreach (var queue in _waiting)
        {
            foreach (var older in queue.FindAll(waiting => waiting.Command is DeviceCommand.SwitchOff && waiting.Command.Point == point))
            {
                queue.Remove(older);
                older.Complete(new CommandResult.NotSent("a fire release came after it"));
            }
        }
    }

    /// <summary>The oldest of the most urgent among those whose turn it may be; null when there is none.</summary>
    public PendingCommand? Take(Predicate<PendingCommand> mayGo)
    {
        lock (_gate)
        {
            foreach (var queue in _waiting)
            {
                if (queue.FindIndex(mayGo) is var index and >= 0)
                {
                    var command = queue[index];
                    queue.RemoveAt(index);
                    return command;
                }
            }

            return null;
        }
    }

    /// <summary>The earliest turn of those that wait; null when nothing waits.</summary>
    public TimeSpan? Earliest(Func<PendingCommand, TimeSpan> turn)
    {
        lock (_gate)
        {
            TimeSpan? earliest = null;
            foreach (var queue in _waiting)
            {
                foreach (var command in queue)
                {
                    earliest = turn(command) is var at && (earliest is null || at < earliest) ? at : earliest;
                }
            }

            return earliest;
        }
    }
}
