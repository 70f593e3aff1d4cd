namespace Bridge.Simulators.Clocks;

/// <summary>
/// What all devices of one simulated building share: a clock, an agenda of things that will happen, and one gate. Physics is one thing, so one lock
/// guards the whole building: a relay that switches moves a bolt, and the bolt an input on another device, before anybody can look.
/// </summary>
public sealed class Surroundings : IDisposable
{
    private readonly PriorityQueue<Appointment, (TimeSpan Due, long Order)> _agenda = new();
    private readonly DateTimeOffset _startedAt;
    private readonly long _origin;
    private TimeSpan? _settlingAt;
    private ITimer? _timer;
    private long _order;
    private bool _disposed;

    /// <param name="time">The time of the building: pulses, watchdogs, people.</param>
    /// <param name="wireTime">The time of the wires: frame gaps and delayed replies.</param>
    public Surroundings(TimeProvider time, TimeProvider wireTime)
    {
        Time = time;
        WireTime = wireTime;
        _startedAt = time.GetUtcNow();
        _origin = time.GetTimestamp();
    }

    public Surroundings(TimeProvider time)
        : this(time, TimeProvider.System)
    {
    }

    public TimeProvider Time { get; }

    public TimeProvider WireTime { get; }

    /// <summary>Held by whoever looks at or changes anything of this building. Re-entrant.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Simulated time since the start. While an appointment runs it is exactly the moment it was due, however late the timer came.</summary>
    public TimeSpan Elapsed => _settlingAt ?? Time.GetElapsedTime(_origin);

    public DateTimeOffset Now => _startedAt + Elapsed;

    /// <summary>When the next thing will happen, on <see cref="Elapsed"/>; null while nothing is planned. For whoever turns the clock.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (Gate)
            {
                while (_agenda.TryPeek(out var appointment, out _) && appointment.IsCancelled)
                {
                    _agenda.Dequeue();
                }

                return _agenda.TryPeek(out _, out var key) ? key.Due : null;
            }
        }
    }

    /// <summary>Runs everything that is due, in order. Every request to a device begins with it, so a late timer is never seen from outside.</summary>
    public void Settle()
    {
        lock (Gate)
        {
            if (_settlingAt is not null)
            {
                return;
            }

            var now = Elapsed;
            while (_agenda.TryPeek(out var appointment, out var key) && (appointment.IsCancelled || key.Due <= now))
            {
                _agenda.Dequeue();
                Keep(appointment, key.Due);
            }
        }
    }

    /// <summary>Has <paramref name="action"/> run after <paramref name="delay"/>, under the gate.</summary>
    public Appointment After(TimeSpan delay, Action action)
    {
        lock (Gate)
        {
            var due = Elapsed + (delay > TimeSpan.Zero ? delay : TimeSpan.Zero);
            var appointment = new Appointment(action, due);
            _agenda.Enqueue(appointment, (due, _order++));
            Arm();
            return appointment;
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            _disposed = true;
            _timer?.Dispose();
            _agenda.Clear();
        }
    }

    private void Keep(Appointment appointment, TimeSpan due)
    {
        if (appointment.IsCancelled)
        {
            return;
        }

        _settlingAt = due;
        try
        {
            appointment.Keep();
        }
        finally
        {
            _settlingAt = null;
        }
    }

    private void OnTimer()
    {
        lock (Gate)
        {
            Settle();
            Arm();
        }
    }

    private void Arm()
    {
        if (_disposed || !_agenda.TryPeek(out _, out var key))
        {
            return;
        }

        // A timer has whole milliseconds; one that comes a little early would only be armed again.
        var wait = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((key.Due - Time.GetElapsedTime(_origin)).TotalMilliseconds)));
        _timer ??= Time.CreateTimer(static state => ((Surroundings)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
