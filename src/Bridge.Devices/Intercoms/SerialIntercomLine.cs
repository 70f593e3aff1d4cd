using Bridge.Devices.Doors;
using Bridge.Devices.Intercoms.Serial;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Intercoms;

/// <summary>
/// A lobby intercom on a serial line or a TCP connection of its own, in the line format of docs/drivers/serial-intercom.md. The device keeps what it has told
/// until <see cref="Confirm"/>: only then is its line acknowledged.
/// </summary>
public sealed class SerialIntercomLine : IDeviceLine
{
    private readonly SerialLineSetup _setup;
    private readonly TimeProvider _time;
    private readonly LinkWait _wait = new();
    private readonly LineThread _thread;
    private readonly SerialFigures _figures = new();
    private readonly SerialMemory _memory;
    private readonly SerialRequests _requests;

    internal SerialIntercomLine(SerialLineSetup setup, TimeProvider time)
    {
        _setup = setup;
        _time = time;
        _thread = new LineThread(setup.Line, time, _wait);

        // A line that is made anew does not reach back into numbers that were used.
        var first = (uint)Math.Max(1, time.GetUtcNow().ToUnixTimeSeconds() & uint.MaxValue);
        _memory = new SerialMemory(setup.Device, first);
        _requests = new SerialRequests([.. setup.Device.Points.Select(point => point.Point)], first);
    }

    public LineId Line => _setup.Line;

    public LineStatistics Statistics =>
        new(_figures.Lines, 0, _figures.CheckErrors, _figures.Strangers, 0, _figures.StrayBytes, _thread.Reopened);

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
        if (source.Device == _setup.Device.Device)
        {
            _memory.Said.Confirm(number);
            _wait.Wake();
        }
    }

    public ValueTask DisposeAsync() => _thread.DisposeAsync();

    /// <summary>The whole session, on the thread that calls it.</summary>
    internal LineEnd RunOnce(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        _memory.Said.Say(offer);
        var end = _thread.Open(stop => _setup.Open(_setup.Link, _time, stop), link => RunSession(link, offer, cancellationToken), cancellationToken);

        // Nobody listens now: whatever becomes of a call that is open, we shall not hear of it.
        _memory.EndCalls(IntercomEndReason.Fault, _thread.Clock.Timestamp);
        if (_thread.Trouble(end) is { } reason)
        {
            _memory.Said.WentOffline(_thread.Clock.Timestamp, reason);
        }

        _memory.Said.Say(offer);
        return end;
    }

    private LineEnd RunSession(IByteLink link, Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        _wait.Use(link);
        _figures.Begin();
        _thread.Queue.Open();
        try
        {
            return new SerialSession(link, _memory, _requests, _thread.Queue, _wait, _thread.Clock) { Figures = _figures }.Run(offer, cancellationToken);
        }
        finally
        {
            _wait.Use(null);
            _thread.Queue.Close("the line is down");
            _requests.Abandon("the line was lost before the answer");
        }
    }
}
