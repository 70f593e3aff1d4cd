using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Osdp.Feedback;

/// <summary>An output as OSDP commands it: a permanent state, and a temporary one over it that ends by itself.</summary>
internal sealed class TimedOutput(SimulatedOutput output, Surroundings surroundings)
{
    public const byte LastControl = 6;
    private bool _permanent;
    private Appointment? _timed;

    public SimulatedOutput Output => output;

    public void Command(byte control, TimeSpan time)
    {
        switch (control)
        {
            case 1 or 2:
                Stop();
                _permanent = control == 2;
                output.Switch(_permanent);
                break;
            case 3 or 4:
                _permanent = control == 4;
                if (_timed is null)
                {
                    output.Switch(_permanent);
                }

                break;
            case 5 or 6:
                Stop();
                output.Switch(control == 5);
                _timed = surroundings.After(time, End);
                break;
        }
    }

    /// <summary>After a power cut, which has switched it off already.</summary>
    public void Reset()
    {
        Stop();
        _permanent = false;
    }

    private void End()
    {
        _timed = null;
        output.Switch(_permanent, ActivationEnd.Timer);
    }

    private void Stop()
    {
        _timed?.Cancel();
        _timed = null;
    }
}
