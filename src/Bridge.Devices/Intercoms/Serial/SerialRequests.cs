using Bridge.Devices.Doors;
using static Bridge.Devices.CommandResult;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>The commands that were sent and wait for the intercom's answer. Each is sent once.</summary>
internal sealed class SerialRequests(IReadOnlyCollection<string> panels, uint firstRequest)
{
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    private readonly Dictionary<uint, (PendingCommand Command, TimeSpan Until)> _sent = [];
    private uint _next = firstRequest;

    public TimeSpan? NextLimit => _sent.Count == 0 ? null : _sent.Values.Min(sent => sent.Until);

    /// <summary>The line to send; null when the command has been answered without.</summary>
    public byte[]? Begin(PendingCommand pending, bool isHeard, TimeSpan now)
    {
        if (Refusal(pending, isHeard, now) is { } refusal)
        {
            pending.Complete(refusal);
            return null;
        }

        var request = _next++;
        _sent.Add(request, (pending, now + AnswerWithin));
        return pending.Command switch
        {
            DeviceCommand.Dial dial => SerialWriter.Dial(dial.Point.Point, dial.Unit, request),
            DeviceCommand.HangUp hangUp => SerialWriter.HangUp(hangUp.Point.Point, hangUp.CallId, request),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>False when nothing was asked under this number, or its time is over.</summary>
    public bool Take(SerialMessage.Answer answer)
    {
        if (!_sent.Remove(answer.Request, out var sent))
        {
            return false;
        }

        sent.Command.Complete(answer.Failure is { } reason ? new Rejected(reason) : Confirmed.Instance);
        return true;
    }

    public void Expire(TimeSpan now)
    {
        foreach (var (request, sent) in _sent.Where(each => each.Value.Until <= now).ToList())
        {
            _sent.Remove(request);
            sent.Command.Complete(new OutcomeUnknown("no answer in time"));
        }
    }

    public void Abandon(string reason)
    {
        foreach (var (command, _) in _sent.Values)
        {
            command.Complete(new OutcomeUnknown(reason));
        }

        _sent.Clear();
    }

    private CommandResult? Refusal(PendingCommand pending, bool isHeard, TimeSpan now) =>
        pending.IsAbandoned ? new NotSent("it was called off before its turn came")
        : now >= pending.Deadline ? new NotSent("its deadline passed before its turn came")
        : !isHeard ? new NotSent("the intercom is not heard")
        : pending.Command switch
        {
            _ when !panels.Contains(pending.Command.Point.Point) => new Rejected($"{pending.Command.Point} is no panel of this intercom"),
            DeviceCommand.Dial { Unit: var unit } => SerialName.IsName(unit) ? null : new Rejected("the unit is no name that the line can carry"),
            DeviceCommand.HangUp { CallId: var call } => SerialName.IsName(call) ? null : new Rejected("the call is no name that the line can carry"),
            _ => new Rejected("an intercom only dials and hangs up"),
        };
}
