using Bridge.Devices;

namespace Bridge.Simulation.Wires;

/// <summary>
/// A line of the simulated building in the place of the product's driver: no bytes and no thread, so that a life is the same every time. Whoever
/// turns the clock also polls; commands reach the device at once and their answers come as late as the weather has it.
/// </summary>
internal sealed class SimulatedLine(LineDefinition definition, Conditions conditions, TimeProvider time) : IDeviceLine
{
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromMilliseconds(300);

    private readonly List<UnitLink> units =
        [.. definition.Devices.Select(device => new UnitLink(device, conditions.World.Devices[device.Device.Value], conditions, time))];

    private readonly TaskCompletionSource<LineEnd> ended = new();
    private Func<DeviceEvent, bool>? offer;
    private long transactions;
    private long timeouts;
    private bool isDeaf;

    public LineId Line => definition.Line;

    public LineStatistics Statistics => new(transactions, timeouts, 0, 0, 0, 0, 0);

    public IEnumerable<DeviceId> Devices => definition.Devices.Select(device => device.Device);

    /// <summary>Polling soon is worth it.</summary>
    public bool HasWork => units.Any(unit => unit.HasWork || unit.IsToldOffline == Reaches(unit));

    public bool IsOnline(string device) => units.Any(unit => unit.Device.Id == device && unit.IsToldOnline);

    public bool IsReachable(string device) => conditions.Reaches(Line.Value, device);

    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        this.offer = offer;
        return ended.Task;
    }

    /// <summary>The process dies: what it still sends goes nowhere, and nobody hears an answer.</summary>
    public void FallSilent() => isDeaf = true;

    public void Poll()
    {
        if (offer is null || isDeaf)
        {
            return;
        }

        foreach (var unit in units)
        {
            transactions++;
            if (Reaches(unit))
            {
                unit.Answered(offer, () => conditions.Climate.Next() is { Deaf: true } or { Drop: true });
            }
            else
            {
                timeouts++;
                unit.Missed(offer);
            }
        }
    }

    public ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken)
    {
        var unit = units.First(each => each.Device.Id == command.Point.Device.Value);
        if (isDeaf)
        {
            return new ValueTask<CommandResult>(new TaskCompletionSource<CommandResult>().Task);
        }

        if (unit.IsToldOffline)
        {
            return ValueTask.FromResult<CommandResult>(new CommandResult.NotSent("the device is offline"));
        }

        var fate = conditions.Climate.Next();
        if (fate.Cut)
        {
            conditions.Cut(Line.Value, fate.CutFor);
        }

        if (!Reaches(unit) || fate.Deaf)
        {
            return After(ResponseTimeout, new CommandResult.OutcomeUnknown("no answer"));
        }

        if (fate.Reboot)
        {
            unit.Device.Reboot();
        }

        transactions++;
        if (!Do(unit, command))
        {
            return ValueTask.FromResult<CommandResult>(new CommandResult.Rejected("exception"));
        }

        return fate.Drop || fate.Delay > ResponseTimeout
            ? After(ResponseTimeout, new CommandResult.OutcomeUnknown("no answer"))
            : After(fate.Delay, CommandResult.Confirmed.Instance);
    }

    public void Confirm(PointId source, uint number)
    {
        if (!isDeaf)
        {
            units.First(each => each.Device.Id == source.Device.Value).Confirm(number);
        }
    }

    public ValueTask DisposeAsync()
    {
        FallSilent();
        ended.TrySetResult(new LineEnd.Stopped());
        return ValueTask.CompletedTask;
    }

    private bool Reaches(UnitLink unit) => conditions.Reaches(Line.Value, unit.Device.Id);

    private bool Do(UnitLink unit, DeviceCommand command) => command switch
    {
        DeviceCommand.Pulse pulse => DoPulse(unit, pulse),
        DeviceCommand.SwitchOff off => SlaveCommand.SwitchOff(unit.Device, off.Point.Point),
        DeviceCommand.Indicate indicate => SlaveCommand.Show(unit.Device, indicate.Feedback),
        _ => throw new System.Diagnostics.UnreachableException($"No request for {command.GetType().Name}."),
    };

    private bool DoPulse(UnitLink unit, DeviceCommand.Pulse pulse)
    {
        var length = conditions.Sabotage == Sabotage.PulsesTooLong ? pulse.For * 2 : pulse.For;
        for (var i = 0; i < (conditions.Sabotage == Sabotage.PulsesTwice ? 2 : 1); i++)
        {
            if (!SlaveCommand.Pulse(unit.Device, pulse.Point.Point, length))
            {
                return false;
            }

            conditions.Executed(pulse.Point.ToString(), SlaveCommand.Rounded(length));
        }

        return true;
    }

    // The answer comes on the building's clock, and whoever waits goes on within the same call: nothing is left to a thread pool.
    private ValueTask<CommandResult> After(TimeSpan delay, CommandResult result)
    {
        if (delay <= TimeSpan.Zero)
        {
            return ValueTask.FromResult(result);
        }

        var answer = new TaskCompletionSource<CommandResult>();
        conditions.World.Surroundings.After(delay, () => answer.TrySetResult(isDeaf ? new CommandResult.OutcomeUnknown("stopped") : result));
        return new ValueTask<CommandResult>(answer.Task);
    }
}
