using Bridge.Devices;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A line without wires: it does what the test says and remembers what it was asked.</summary>
internal sealed class FakeLine(string name = "line") : IDeviceLine
{
    private readonly Lock gate = new();
    private readonly List<SentCommand> sent = [];
    private readonly List<(PointId Source, uint Number)> confirmed = [];
    private Func<DeviceEvent, bool>? offer;

    public LineId Line { get; } = new(name);

    public LineStatistics Statistics => new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>What becomes of a command; called on the caller's thread.</summary>
    public Func<DeviceCommand, Task<CommandResult>> Answer { get; set; } = _ => Task.FromResult<CommandResult>(CommandResult.Confirmed.Instance);

    /// <summary>How each attempt to run ends; without it a session lasts until it is cancelled.</summary>
    public Func<CancellationToken, Task<LineEnd>>? Session { get; set; }

    /// <summary>Looks at the world in the moment of a confirmation.</summary>
    public Action<PointId, uint> OnConfirm { get; set; } = (_, _) => { };

    public int Runs { get; private set; }

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<SentCommand> Sent
    {
        get
        {
            lock (gate)
            {
                return [.. sent];
            }
        }
    }

    public IEnumerable<DeviceCommand.Pulse> Pulses => Sent.Select(each => each.Command).OfType<DeviceCommand.Pulse>();

    public IReadOnlyList<(PointId Source, uint Number)> Confirmed
    {
        get
        {
            lock (gate)
            {
                return [.. confirmed];
            }
        }
    }

    /// <summary>What was sent until now is of no interest.</summary>
    public void Forget()
    {
        lock (gate)
        {
            sent.Clear();
        }
    }

    public bool Tell(DeviceEvent told) => offer?.Invoke(told) ?? throw new InvalidOperationException("The line does not run.");

    public async Task<LineEnd> RunAsync(Func<DeviceEvent, bool> offer, CancellationToken cancellationToken)
    {
        Runs++;
        this.offer = offer;
        if (Session is { } session)
        {
            return await session(cancellationToken);
        }

        var ended = new TaskCompletionSource();
        using var registration = cancellationToken.Register(ended.SetResult);
        await ended.Task;
        return new LineEnd.Stopped();
    }

    public async ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            sent.Add(new SentCommand(command, priority, within));
        }

        return await Answer(command);
    }

    public void Confirm(PointId source, uint number)
    {
        OnConfirm(source, number);
        lock (gate)
        {
            confirmed.Add((source, number));
        }
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
