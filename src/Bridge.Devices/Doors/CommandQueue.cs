namespace Bridge.Devices.Doors;

/// <summary>
/// What waits for the line's thread. Bounded for each priority apart, so that a flood of indicators cannot keep a fire release out. Closed while
/// there is no session: a command is never kept for the next one.
/// </summary>
internal sealed class CommandQueue(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<PendingCommand>[] _waiting = [.. Enum.GetValues<CommandPriority>().Select(_ => new Queue<PendingCommand>())];
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
                while (queue.TryDequeue(out var command))
                {
                    command.Complete(new CommandResult.NotSent(reason));
                }
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

            queue.Enqueue(command);
            return null;
        }
    }

    // A fire release overtakes: an older order to secure the same lock would come after it and take it back.
    private void DropSwitchOffs(PointId point)
    {
        foreach (var queue in _waiting)
        {
            for (var left = queue.Count; left > 0; left--)
            {
                var waiting = queue.Dequeue();
                if (waiting.Command is DeviceCommand.SwitchOff && waiting.Command.Point == point)
                {
                    waiting.Complete(new CommandResult.NotSent("a fire release came after it"));
                }
                else
                {
                    queue.Enqueue(waiting);
                }
            }
        }
    }

    /// <summary>The oldest of the most urgent; null when nothing waits.</summary>
    public PendingCommand? Take()
    {
        lock (_gate)
        {
            foreach (var queue in _waiting)
            {
                if (queue.TryDequeue(out var command))
                {
                    return command;
                }
            }

            return null;
        }
    }
}
