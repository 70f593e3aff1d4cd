using Bridge.Devices.Transport;

namespace Bridge.Devices.Doors;

/// <summary>
/// The thread that does all reading and writing of one line, and the bounded queue of the commands that wait for it. What is said on the line is the part
/// of whoever runs it.
/// </summary>
internal sealed class LineThread(LineId line, TimeProvider time, IIdleWait idle) : IAsyncDisposable
{
    /// <summary>More waiting commands than this (for each priority) and the line is not working; better to say so at once.</summary>
    private const int QueueCapacity = 64;

    private readonly CancellationTokenSource _disposed = new();
    private Task<LineEnd> _running = Task.FromResult<LineEnd>(new LineEnd.Stopped());
    private long _opened;

    public MonotonicClock Clock { get; } = new(time);

    public IIdleWait Idle => idle;

    public CommandQueue Queue { get; } = new(QueueCapacity);

    /// <summary>How often the link was opened anew after the first time.</summary>
    public long Reopened => Math.Max(0, Interlocked.Read(ref _opened) - 1);

    public bool IsDisposed => _disposed.IsCancellationRequested;

    /// <param name="session">Run on the line's thread; its end is the line's.</param>
    /// <exception cref="InvalidOperationException">It runs already.</exception>
    public Task<LineEnd> RunAsync(Func<CancellationToken, LineEnd> session, CancellationToken cancellationToken)
    {
        if (!_running.IsCompleted)
        {
            throw new InvalidOperationException($"Line {line} is running already.");
        }

        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return _running = Task.Factory.StartNew(
            () => Run(session, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.RunContinuationsAsynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Opens the link, runs the session on it, and closes it.</summary>
    public LineEnd Open(Func<CancellationToken, LinkOpened> open, Func<IByteLink, LineEnd> session, CancellationToken cancellationToken)
    {
        switch (open(cancellationToken))
        {
            case LinkOpened.Open(var link):
                Interlocked.Increment(ref _opened);
                using (link)
                {
                    return session(link);
                }

            case LinkOpened.Failed(var reason):
                return cancellationToken.IsCancellationRequested ? new LineEnd.Stopped() : new LineEnd.OpenFailed(reason);
            default:
                throw new InvalidOperationException("An unknown result of opening a link.");
        }
    }

    /// <summary>Why the devices of this line are not heard any more; null when somebody stopped it.</summary>
    public string? Trouble(LineEnd end) => end switch
    {
        LineEnd.LinkLost(var why) => $"line {line}: {why}",
        LineEnd.OpenFailed(var why) => $"line {line}: {why}",
        _ => null,
    };

    public ValueTask<CommandResult> ExecuteAsync(DeviceCommand command, CommandPriority priority, TimeSpan within, CancellationToken cancellationToken)
    {
        var pending = new PendingCommand(command, priority, Clock.Now + within, cancellationToken);
        if (Queue.TryAdd(pending) is { } reason)
        {
            return ValueTask.FromResult<CommandResult>(new CommandResult.NotSent(reason));
        }

        idle.Wake();
        return new ValueTask<CommandResult>(pending.Result);
    }

    /// <summary>Stops the session and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsDisposed)
        {
            return;
        }

        await _disposed.CancelAsync();
        idle.Wake();
        await _running;
        _disposed.Dispose();
    }

    private LineEnd Run(Func<CancellationToken, LineEnd> session, CancellationToken cancellationToken)
    {
        Thread.CurrentThread.Name = $"line {line}";
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        using var waking = both.Token.Register(static idle => ((IIdleWait)idle!).Wake(), idle);
        return session(both.Token);
    }
}
