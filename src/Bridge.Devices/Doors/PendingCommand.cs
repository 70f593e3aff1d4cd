namespace Bridge.Devices.Doors;

/// <summary>A command that waits for its turn. It is answered exactly once.</summary>
internal sealed class PendingCommand(DeviceCommand command, CommandPriority priority, TimeSpan deadline, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<CommandResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DeviceCommand Command { get; } = command;

    public CommandPriority Priority { get; } = priority;

    /// <summary>On the line's clock; it must have started by then.</summary>
    public TimeSpan Deadline { get; } = deadline;

    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    public Task<CommandResult> Result => _result.Task;

    public void Complete(CommandResult result) => _result.TrySetResult(result);
}
