using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Commands;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// A command of the host that one reader is doing: one frame after the other, each sent again only with the same bytes and the same sequence number,
/// and answered to its giver exactly once.
/// </summary>
internal sealed class AssignedCommand
{
    private static readonly TimeSpan Unit = TenthsOfSecond.Unit;
    private static readonly TimeSpan LongestPulse = TenthsOfSecond.From(ushort.MaxValue);

    private readonly PendingCommand _pending;
    private readonly IReadOnlyList<IOsdpCommand> _steps;
    private readonly PeripheralFeatures _features;
    private int _step;
    private string? _refusal;

    private AssignedCommand(PendingCommand pending, IReadOnlyList<IOsdpCommand> steps, PeripheralFeatures features)
    {
        _pending = pending;
        _steps = steps;
        _features = features;
    }

    public IOsdpCommand Current => _steps[_step];

    /// <summary>It may have moved a lock: it is not told twice in different frames.</summary>
    public bool MovesLock => _pending.Command is DeviceCommand.Pulse or DeviceCommand.SwitchOff;

    public bool IsLate(TimeSpan now) => now >= _pending.Deadline || _pending.IsAbandoned;

    /// <summary>Null when there is nothing to send: it has been answered already.</summary>
    public static AssignedCommand? Begin(PendingCommand pending, PeripheralFeatures features)
    {
        if (Steps(pending.Command) is not { } steps)
        {
            pending.Complete(new CommandResult.Rejected($"an OSDP reader cannot do this at {pending.Command.Point.Point}"));
            return null;
        }

        var assigned = new AssignedCommand(pending, steps, features);
        return assigned.SkipUseless() ? assigned : null;
    }

    /// <summary>The frame was answered with yes. False when that was the last.</summary>
    public bool Advance()
    {
        _step++;
        return SkipUseless();
    }

    /// <summary>A reader that will not light its LED may still beep; that it refused something is what the giver hears.</summary>
    public bool Refuse(string reason)
    {
        _refusal ??= reason;
        return Advance();
    }

    public void Doubt(string reason) => _pending.Complete(new CommandResult.OutcomeUnknown(reason));

    /// <summary>Nothing of it, or not all of it, has been sent.</summary>
    public void DropUnsent(string reason) => _pending.Complete(_step == 0 ? new CommandResult.NotSent(reason) : new CommandResult.OutcomeUnknown(reason));

    private bool SkipUseless()
    {
        while (_step < _steps.Count && !OsdpFeedback.IsFor(_steps[_step], _features))
        {
            _step++;
        }

        if (_step < _steps.Count)
        {
            return true;
        }

        _pending.Complete(_refusal is null ? CommandResult.Confirmed.Instance : new CommandResult.Rejected(_refusal));
        return false;
    }

    private static IReadOnlyList<IOsdpCommand>? Steps(DeviceCommand command) => command switch
    {
        DeviceCommand.Pulse { Point: var point, For: var time } when PeripheralPlan.OutputOf(point.Point) is { } output && time > TimeSpan.Zero
            && RoundedUp(time) <= LongestPulse => [TimedOutCommand.On(output, RoundedUp(time))],
        DeviceCommand.SwitchOff { Point: var point } when PeripheralPlan.OutputOf(point.Point) is { } output =>
            [new OutCommand(output, OutputAction.PermanentOffNow, TimeSpan.Zero)],
        DeviceCommand.Indicate { Point.Point: PeripheralPlan.Feedback or PeripheralPlan.Reader, Feedback: var word } => OsdpFeedback.Find(word),
        _ => null,
    };

    private static TimeSpan RoundedUp(TimeSpan time) => TimeSpan.FromTicks((time.Ticks + Unit.Ticks - 1) / Unit.Ticks * Unit.Ticks);
}
