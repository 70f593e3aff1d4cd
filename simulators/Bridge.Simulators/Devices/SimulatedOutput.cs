using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Devices;

/// <summary>A relay or lock output with the timer that belongs to it, and a record of every time it was on.</summary>
public sealed class SimulatedOutput
{
    private readonly string _device;
    private readonly Surroundings _surroundings;
    private readonly List<Activation> _ended = [];
    private Appointment? _timer;
    private TimeSpan _onSince;
    private int _commands;

    internal SimulatedOutput(string device, string point, Surroundings surroundings)
    {
        _device = device;
        Point = point;
        _surroundings = surroundings;
    }

    public string Point { get; }

    public bool IsOn { get; private set; }

    /// <summary>True while the device's timer will flip the output by itself.</summary>
    public bool IsTimed => _timer is { IsCancelled: false };

    public TimeSpan Remaining => IsTimed ? _timer!.Due - _surroundings.Elapsed : TimeSpan.Zero;

    /// <summary>What hangs on the output: told under the gate, after each change.</summary>
    internal Action<bool>? Load { get; set; }

    /// <summary>Every activation so far, the running one included.</summary>
    public IReadOnlyList<Activation> Activations
    {
        get
        {
            lock (_surroundings.Gate)
            {
                _surroundings.Settle();
                return IsOn ? [.. _ended, Describe(null)] : [.. _ended];
            }
        }
    }

    /// <summary>On or off until told otherwise; ends a running timer.</summary>
    internal void Switch(bool on, ActivationEnd cause = ActivationEnd.Command)
    {
        StopTimer();
        Change(on, cause);
    }

    /// <summary>On (or off) now, and back after <paramref name="time"/>.</summary>
    internal void Pulse(TimeSpan time, bool on = true)
    {
        StopTimer();
        Change(on, ActivationEnd.Command);
        _timer = _surroundings.After(time, () => OnTimer(!on));
    }

    private void OnTimer(bool on)
    {
        _timer = null;
        Change(on, ActivationEnd.Timer);
    }

    private void StopTimer()
    {
        _timer?.Cancel();
        _timer = null;
    }

    private void Change(bool on, ActivationEnd cause)
    {
        if (on)
        {
            _commands++;
        }

        if (on == IsOn)
        {
            return;
        }

        if (on)
        {
            _onSince = _surroundings.Elapsed;
            _commands = 1;
        }
        else
        {
            _ended.Add(Describe(cause));
        }

        IsOn = on;
        Load?.Invoke(on);
    }

    private Activation Describe(ActivationEnd? end)
    {
        var energised = _surroundings.Elapsed - _onSince;
        return new Activation(_device, Point, _onSince, _surroundings.Now - energised, energised, _commands, end);
    }
}
