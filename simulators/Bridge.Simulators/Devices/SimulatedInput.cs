using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Devices;

/// <summary>A contact input: its level, and the edges counted since the last power-up.</summary>
public sealed class SimulatedInput
{
    private readonly SimulatedDevice _owner;
    private readonly Surroundings _surroundings;
    private TimeSpan _onSince;

    internal SimulatedInput(SimulatedDevice owner, string point, int channel)
    {
        _owner = owner;
        _surroundings = owner.Surroundings;
        Point = point;
        Channel = channel;
    }

    public string Point { get; }

    /// <summary>Its number among the inputs of its device, from 0.</summary>
    public int Channel { get; }

    public bool IsOn { get; private set; }

    public ushort RisingEdges { get; private set; }

    /// <summary>Presses that lasted less than a second.</summary>
    public ushort ShortPresses { get; private set; }

    public ushort LongPresses { get; private set; }

    public void Set(bool on)
    {
        lock (_surroundings.Gate)
        {
            _surroundings.Settle();
            if (on == IsOn)
            {
                return;
            }

            IsOn = on;
            Count(on);
            _owner.OnInput(this);
        }
    }

    /// <summary>False while somebody has stopped the counter of rising edges.</summary>
    internal bool IsCounting { get; set; } = true;

    internal void ClearCounters() => RisingEdges = ShortPresses = LongPresses = 0;

    internal void ClearRisingEdges() => RisingEdges = 0;

    private void Count(bool on)
    {
        unchecked
        {
            if (on)
            {
                RisingEdges += (ushort)(IsCounting ? 1 : 0);
                _onSince = _surroundings.Elapsed;
            }
            else if (_surroundings.Elapsed - _onSince < TimeSpan.FromSeconds(1))
            {
                ShortPresses++;
            }
            else
            {
                LongPresses++;
            }
        }
    }
}
