using Bridge.Devices.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Doors;

/// <summary>
/// Door controllers, relay boards and keypad locks on one Modbus line. A thread of its own does all reading and writing; commands wait in a bounded queue
/// and overtake polls. What each device can do stands in its profile.
/// </summary>
public sealed class ModbusDoorLine : IDeviceLine
{
    /// <summary>More waiting commands than this (for each priority) and the line is not working; better to say so at once.</summary>
    private const int QueueCapacity = 64;

    private readonly ModbusLineSetup _setup;
    private readonly TimeProvider _time;
    private readonly IIdleWait _idle;
    private readonly MonotonicClock _clock;
    private readonly CommandQueue _queue = new(QueueCapacity);
    private readonly ModbusCounters _counters = new();
    private readonly Dictionary<DeviceId, UnitMemory> _memories;
    private readonly CancellationTokenSource _disposed = new();
    private Task<LineEnd> _running = Task.FromResult<LineEnd>(new LineEnd.Stopped());
    private long _opened;

    internal ModbusDoorLine(ModbusLineSetup setup, TimeProvider time, IIdleWait idle)
    {
        _setup = setup;
        _time = time;
        _idle = idle;
        _clock = new MonotonicClock(time);
        _memories = setup.Units.ToDictionary(unit => unit.Definition.Device, unit => new UnitMemory(unit.Definition.Device));
    }

    public LineId Line => _setup.Line;

    public LineStatistics Statistics => new(
        _counters.Transactions,
        _counters.Timeouts,
        _counters.ChecksumErrors,
        _counters.UnexpectedReplies,
        _counters.Exceptions,
        _counters.StrayBytes,
        Math.Max(0, Interlocked.Read(ref _opened) - 1));

    /// <summary>A snapshot of each unit's figures, in the order of the site file.</summary>
    public IReadOnlyList<UnitSnapshot> Units => [.. _setup.Units.Select(unit => _memories[unit.Definition.Device].Figures.Snapshot(unit))];

    /// <inheritdoc/>
    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        if (!_running.IsCompleted)
        {
            throw new InvalidOperationException($"Line {Line} is running already.");
        }

        return _running = Task.Factory.StartNew(
            () => RunThread(offer, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.RunContinuationsAsynchronously,
            TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public ValueTask<CommandResult> ExecuteAsync(
        DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken)
    {
        var pending = new PendingCommand(command, priority, _clock.Now + within, cancellationToken);
        if (_queue.TryAdd(pending) is { } reason)
        {
            return ValueTask.FromResult<CommandResult>(new CommandResult.NotSent(reason));
        }

        _idle.Wake();
        return new ValueTask<CommandResult>(pending.Result);
    }

    /// <inheritdoc/>
    public void Confirm(PointId source, uint number)
    {
        if (_memories.TryGetValue(source.Device, out var memory))
        {
            memory.Confirm(number);
            _idle.Wake();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed.IsCancellationRequested)
        {
            return;
        }

        await _disposed.CancelAsync();
        _idle.Wake();
        await _running;
        _disposed.Dispose();
    }

    private LineEnd RunThread(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        Thread.CurrentThread.Name = $"line {Line}";
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        using var waking = both.Token.Register(static idle => ((IIdleWait)idle!).Wake(), _idle);
        return RunOnce(offer, both.Token);
    }

    /// <summary>The whole session, on the thread that calls it.</summary>
    internal LineEnd RunOnce(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        foreach (var memory in _memories.Values)
        {
            memory.Say(offer);
        }

        LineEnd end;
        switch (_setup.Open(_setup.Link, _time, cancellationToken))
        {
            case LinkOpened.Open(var link):
                Interlocked.Increment(ref _opened);
                using (link)
                {
                    end = RunSession(link, offer, cancellationToken);
                }

                break;
            case LinkOpened.Failed(var reason):
                end = cancellationToken.IsCancellationRequested ? new LineEnd.Stopped() : new LineEnd.OpenFailed(reason);
                break;
            default:
                throw new InvalidOperationException("An unknown result of opening a link.");
        }

        SayOffline(end, offer);
        return end;
    }

    private LineEnd RunSession(IByteLink link, Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        var master = new ModbusMaster(link, _setup.Framing, _setup.Timing, _time) { Counters = _counters };
        var figures = _setup.Units.ToDictionary(unit => unit.Unit, unit => _memories[unit.Definition.Device].Figures);
        var port = new MasterPort(master, _clock, figures);
        var units = _setup.Units.Select(unit => new UnitSession(unit, _memories[unit.Definition.Device], _setup.Pace(unit), port, _clock)).ToList();
        _queue.Open();
        try
        {
            return new LineSession(units, port, _queue, _idle, _clock).Run(offer, cancellationToken);
        }
        finally
        {
            _queue.Close("the line is down");
        }
    }

    private void SayOffline(LineEnd end, Func<DeviceEvent, bool> offer)
    {
        var reason = end switch
        {
            LineEnd.LinkLost(var why) => $"line {Line}: {why}",
            LineEnd.OpenFailed(var why) => $"line {Line}: {why}",
            _ => null,
        };
        if (reason is null)
        {
            return;
        }

        foreach (var memory in _memories.Values)
        {
            memory.WentOffline(_clock.Timestamp, reason);
            memory.Say(offer);
        }
    }
}
