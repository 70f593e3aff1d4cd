using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
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
    private readonly PeripheralRelocation _relocation;
    private int _step;
    private string? _refusal;
    private ReadOnlyMemory<byte> _reply;

    private AssignedCommand(PendingCommand pending, IReadOnlyList<IOsdpCommand> steps, PeripheralFeatures features, PeripheralRelocation relocation)
    {
        _pending = pending;
        _steps = steps;
        _features = features;
        _relocation = relocation;
    }

    public IOsdpCommand Current => _steps[_step];

    /// <summary>It may have moved a lock, or who knows what: it is not told twice in different frames.</summary>
    public bool MovesLock => _pending.Command is not (DeviceCommand.Indicate or DeviceCommand.SetCommunication);

    public bool IsLate(TimeSpan now) => now >= _pending.Deadline || _pending.IsAbandoned;

    /// <summary>Null when there is nothing to send: it has been answered already.</summary>
    public static AssignedCommand? Begin(PendingCommand pending, in PeripheralState state, int longestFrame, PeripheralRelocation relocation)
    {
        if (Steps(pending.Command) is not { } steps)
        {
            pending.Complete(new CommandResult.Rejected($"an OSDP reader cannot do this at {pending.Command.Point.Point}"));
            return null;
        }

        var longest = FrameLayout.LengthWith(steps.Max(step => step.Length), state.InSession, usesCrc: !state.UsesChecksum);
        if (longest > longestFrame)
        {
            pending.Complete(new CommandResult.Rejected($"it needs a frame of {longest} bytes, and the reader takes {longestFrame}"));
            return null;
        }

        var assigned = new AssignedCommand(pending, steps, state.Features, relocation);
        return assigned.SkipUseless() ? assigned : null;
    }

    /// <summary>What a reader says beside yes.</summary>
    public void Take(OsdpReplyCode code, ReadOnlySpan<byte> data)
    {
        if (code == OsdpReplyCode.MfgRep)
        {
            _reply = data.ToArray();
        }
        else if (code == OsdpReplyCode.Com)
        {
            _relocation.Begin(_pending, data);
        }
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

    public void Doubt(string reason)
    {
        if (_pending.Command is DeviceCommand.SetCommunication)
        {
            // It may have gone and its answer been lost: it is looked for at both places.
            _relocation.Begin(_pending, []);
        }
        else
        {
            _pending.Complete(new CommandResult.OutcomeUnknown(reason));
        }
    }

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

        if (_refusal is not null || _pending.Command is not DeviceCommand.SetCommunication)
        {
            _pending.Complete(_refusal is not null ? new CommandResult.Rejected(_refusal)
                : _reply.IsEmpty ? CommandResult.Confirmed.Instance
                : new CommandResult.Confirmed { Reply = _reply });
        }

        return false;
    }

    private static IReadOnlyList<IOsdpCommand>? Steps(DeviceCommand command) => command switch
    {
        DeviceCommand.Pulse { Point: var point, For: var time } when PeripheralPlan.OutputOf(point.Point) is { } output && time > TimeSpan.Zero
            && RoundedUp(time) <= LongestPulse => [TimedOutCommand.On(output, RoundedUp(time))],
        DeviceCommand.SwitchOff { Point: var point } when PeripheralPlan.OutputOf(point.Point) is { } output =>
            [new OutCommand(output, OutputAction.PermanentOffNow, TimeSpan.Zero)],
        DeviceCommand.Indicate { Point.Point: PeripheralPlan.Feedback or PeripheralPlan.Reader, Feedback: var word } => OsdpFeedback.Find(word),
        DeviceCommand.PassOn { Point.Point: PeripheralPlan.Reader, Data: { Length: >= VendorCode.Length } data } =>
            [new MfgCommand(VendorCode.Read(data.Span), data[VendorCode.Length..])],
        DeviceCommand.SetCommunication { Point.Point: PeripheralPlan.Reader } place => [new ComsetCommand(place.Address, place.BitsPerSecond)],
        _ => null,
    };

    private static TimeSpan RoundedUp(TimeSpan time) => TimeSpan.FromTicks((time.Ticks + Unit.Ticks - 1) / Unit.Ticks * Unit.Ticks);
}
