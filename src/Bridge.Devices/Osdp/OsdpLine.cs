using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp;

/// <summary>
/// OSDP readers and keypads on one line. A thread of its own does all reading and writing; commands wait in a bounded queue and overtake polls. A reader
/// forgets a card or PIN only after <see cref="Confirm"/>: until then its command is repeated and the sequence number stands still.
/// </summary>
public sealed class OsdpLine : IDeviceLine, IReaderEnrolment
{
    /// <summary>The line ends an enrolment itself; this is for one that has no line to run on.</summary>
    private static readonly TimeSpan EnrolmentGrace = TimeSpan.FromSeconds(15);

    private readonly OsdpLineSetup _setup;
    private readonly TimeProvider _time;
    private readonly LineThread _thread;
    private readonly FrameFigures _figures = new();
    private readonly Dictionary<DeviceId, PeripheralMemory> _memories;
    private LinkDefinition _link;

    internal OsdpLine(OsdpLineSetup setup, TimeProvider time, IIdleWait idle)
    {
        _setup = setup;
        _link = setup.Link;
        _time = time;
        _thread = new LineThread(setup.Line, time, idle);

        // The host takes a read with the number of the one before for the same read. Counting from the second of the start, a line that is made anew
        // does not reach back into numbers that were used: nobody reads a card every second for long.
        var first = (uint)Math.Max(1, time.GetUtcNow().ToUnixTimeSeconds() & uint.MaxValue);
        _memories = setup.Peripherals.ToDictionary(plan => plan.Device, plan => new PeripheralMemory(plan, first));
    }

    public LineId Line => _setup.Line;

    public LineStatistics Statistics
    {
        get
        {
            var readers = Peripherals;
            return new LineStatistics(
                readers.Sum(reader => reader.Exchanges),
                readers.Sum(reader => reader.Silences),
                _figures.CheckErrors,
                readers.Sum(reader => reader.Strangers),
                readers.Sum(reader => reader.Naks),
                _figures.StrayBytes,
                _thread.Reopened);
        }
    }

    /// <summary>A snapshot of each reader's figures, in the order of the site file.</summary>
    public IReadOnlyList<PeripheralSnapshot> Peripherals =>
        [.. _setup.Peripherals.Select(plan => _memories[plan.Device].Figures.Snapshot(plan))];

    /// <inheritdoc/>
    public Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken) => _thread.RunAsync(
        stop =>
        {
            ThreadTimers.MakeExact();
            return RunOnce(offer, stop);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommandResult> ExecuteAsync(
        DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken) =>
        command is DeviceCommand.SetCommunication move && RelocationRules.Problem(move, _setup.Peripherals, _link) is { } problem
            ? ValueTask.FromResult<CommandResult>(new CommandResult.Rejected(problem))
            : _thread.ExecuteAsync(command, priority, within, cancellationToken);

    /// <inheritdoc/>
    public async Task<OsdpEnrolmentEnd> EnrolAsync(DeviceId reader, OsdpEnrolment wish, CancellationToken cancellationToken)
    {
        if (!_memories.TryGetValue(reader, out var memory) || !_setup.Peripherals.Any(plan => plan.Device == reader && plan.IsSecure))
        {
            return new OsdpEnrolmentEnd.Over($"{reader} is no reader of this line that a key could be given to", KeySent: false);
        }

        var within = wish.Within < OsdpEnrolment.Longest ? wish.Within : OsdpEnrolment.Longest;
        var order = new EnrolmentOrder(wish, _thread.Clock.Now + within, cancellationToken);
        if (!memory.Keys.Order(order))
        {
            return new OsdpEnrolmentEnd.Over($"an enrolment of {reader} is under way", KeySent: false);
        }

        using var waking = cancellationToken.Register(static idle => ((IIdleWait)idle!).Wake(), _thread.Idle);
        _thread.Idle.Wake();
        try
        {
            return await order.End.WaitAsync(within + EnrolmentGrace, _time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // The line is down, and nobody on it looks at the time.
            order.GiveUp("its time is over, and the line is down");
            return await order.End;
        }
    }

    /// <inheritdoc/>
    public void Confirm(PointId source, uint number)
    {
        if (_memories.TryGetValue(source.Device, out var memory))
        {
            memory.Said.Confirm(number);
            _thread.Idle.Wake();
        }
    }

    /// <summary>Stops, and wipes the readers' keys.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_thread.IsDisposed)
        {
            return;
        }

        await _thread.DisposeAsync();
        foreach (var memory in _memories.Values)
        {
            memory.Keys.Abandon("the line was stopped");
            memory.Keys.Dispose();
        }
    }

    /// <summary>The whole session, on the thread that calls it.</summary>
    internal LineEnd RunOnce(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        LineEnd end;
        do
        {
            end = _thread.Open(stop => _setup.Open(_link, _time, stop), link => RunSession(link, offer, cancellationToken), cancellationToken);
        }
        while (HasOtherSpeed() && !cancellationToken.IsCancellationRequested);

        SayOffline(end, offer);
        return end;
    }

    /// <summary>A person has given the line's only reader another speed: the port follows.</summary>
    private bool HasOtherSpeed()
    {
        if (_link is not LinkDefinition.Serial serial || _setup.Peripherals[0].Speed is not { } speed || speed == serial.Baud)
        {
            return false;
        }

        _link = serial with { Baud = speed };
        return true;
    }

    /// <summary>The parts of one session; the tests step it by hand.</summary>
    internal (OsdpSchedule Schedule, PeripheralSession[] Sessions) Begin(IByteLink link)
    {
        var wire = new OsdpWire(link, WireTiming.For(_link), _thread.Clock, _figures);
        var sessions = _setup.Peripherals
            .Select(plan => new PeripheralSession(plan, _memories[plan.Device], wire, _thread.Clock, _setup.Fill)).ToArray();
        _thread.Queue.Open();
        return (new OsdpSchedule(sessions, wire, _thread.Queue, _thread.Idle, _thread.Clock), sessions);
    }

    private LineEnd RunSession(IByteLink link, Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        var (schedule, sessions) = Begin(link);
        try
        {
            return schedule.Run(offer, cancellationToken);
        }
        finally
        {
            _thread.Queue.Close("the line is down");
            foreach (var session in sessions)
            {
                session.End();
                session.Dispose();
            }
        }
    }

    private void SayOffline(LineEnd end, Func<DeviceEvent, bool> offer)
    {
        var reason = _thread.Trouble(end);
        foreach (var memory in _memories.Values)
        {
            if (reason is not null)
            {
                memory.Said.WentOffline(_thread.Clock.Timestamp, reason);
            }

            memory.Said.Say(offer);
        }
    }
}
