using Bridge.Devices.Intercoms;
using Bridge.Devices.Intercoms.Contacts;
using Bridge.Devices.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Doors;

/// <summary>
/// Door controllers, relay boards and keypad locks on one Modbus line. A thread of its own does all reading and writing; commands wait in a bounded queue
/// and overtake polls. What each device can do stands in its profile.
/// </summary>
public sealed class ModbusDoorLine : IDeviceLine
{
    private readonly ModbusLineSetup _setup;
    private readonly TimeProvider _time;
    private readonly LineThread _thread;
    private readonly ModbusCounters _counters = new();
    private readonly Dictionary<DeviceId, UnitMemory> _memories;

    internal ModbusDoorLine(ModbusLineSetup setup, TimeProvider time, IIdleWait idle)
    {
        _setup = setup;
        _time = time;
        _thread = new LineThread(setup.Line, time, idle);
        var startedAt = time.GetUtcNow();
        _memories = setup.Units.ToDictionary(
            unit => unit.Definition.Device, unit => new UnitMemory(unit.Definition.Device) { Panels = ContactPanels.Of(unit.Definition, startedAt) });
    }

    public LineId Line => _setup.Line;

    public LineStatistics Statistics => new(
        _counters.Transactions,
        _counters.Timeouts,
        _counters.ChecksumErrors,
        _counters.UnexpectedReplies,
        _counters.Exceptions,
        _counters.StrayBytes,
        _thread.Reopened);

    /// <summary>A snapshot of each unit's figures, in the order of the site file.</summary>
    public IReadOnlyList<UnitSnapshot> Units => [.. _setup.Units.Select(unit => _memories[unit.Definition.Device].Figures.Snapshot(unit))];

    /// <inheritdoc/>
    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken) =>
        _thread.RunAsync(stop => RunOnce(offer, stop), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommandResult> ExecuteAsync(
        DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken) =>
        _thread.ExecuteAsync(command, priority, within, cancellationToken);

    /// <inheritdoc/>
    public void Confirm(PointId source, uint number)
    {
        if (_memories.TryGetValue(source.Device, out var memory))
        {
            memory.Confirm(number);
            _thread.Idle.Wake();
        }
    }

    public ValueTask DisposeAsync() => _thread.DisposeAsync();

    /// <summary>The whole session, on the thread that calls it.</summary>
    internal LineEnd RunOnce(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        foreach (var memory in _memories.Values)
        {
            memory.Say(offer);
        }

        var end = _thread.Open(stop => _setup.Open(_setup.Link, _time, stop), link => RunSession(link, offer, cancellationToken), cancellationToken);
        SayOffline(end, offer);
        return end;
    }

    private LineEnd RunSession(IByteLink link, Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        var master = new ModbusMaster(link, _setup.Framing, _setup.Timing, _time) { Counters = _counters };
        var figures = _setup.Units.ToDictionary(unit => unit.Unit, unit => _memories[unit.Definition.Device].Figures);
        var port = new MasterPort(master, _thread.Clock, figures);
        var units = _setup.Units.Select(unit => new UnitSession(unit, _memories[unit.Definition.Device], _setup.Pace(unit), port, _thread.Clock)).ToList();
        _thread.Queue.Open();
        try
        {
            return new LineSession(units, port, _thread.Queue, _thread.Idle, _thread.Clock).Run(offer, cancellationToken);
        }
        finally
        {
            _thread.Queue.Close("the line is down");
        }
    }

    private void SayOffline(LineEnd end, Func<DeviceEvent, bool> offer)
    {
        var reason = _thread.Trouble(end);
        foreach (var memory in _memories.Values)
        {
            if (reason is not null)
            {
                memory.WentOffline(_thread.Clock.Timestamp, reason);
            }
            else
            {
                memory.EndCalls(IntercomEndReason.Fault, _thread.Clock.Timestamp);
            }

            memory.Say(offer);
        }
    }
}
