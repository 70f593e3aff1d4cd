using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Devices;

/// <summary>What every unit on a line has, whatever language it speaks: an address, inputs and outputs on the building's clock, and a power plug.</summary>
public abstract class SimulatedDevice
{
    private readonly Dictionary<string, SimulatedOutput> _outputs = [];
    private readonly Dictionary<string, SimulatedInput> _inputs = [];

    protected SimulatedDevice(string id, byte unit, Surroundings surroundings)
    {
        Id = id;
        Unit = unit;
        Surroundings = surroundings;
    }

    public string Id { get; }

    public byte Unit { get; protected set; }

    public Surroundings Surroundings { get; }

    /// <summary>1 after the first power-up, one more at each reboot.</summary>
    public ushort BootNumber { get; private set; } = 1;

    /// <summary>Requests this unit has executed, broadcasts included.</summary>
    public long Requests { get; private set; }

    /// <summary>What it is called in a report of its identity.</summary>
    public abstract string Model { get; }

    public IReadOnlyDictionary<string, SimulatedOutput> Outputs => _outputs;

    public IReadOnlyDictionary<string, SimulatedInput> Inputs => _inputs;

    /// <summary>When the last request reached it, on the building's clock.</summary>
    protected TimeSpan LastRequestAt { get; private set; }

    /// <summary>When it was last powered up, on the building's clock.</summary>
    protected TimeSpan PoweredAt { get; private set; }

    /// <summary>A power cut: outputs go to their power-on state, counters to zero.</summary>
    public void Reboot()
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            OnPowerCut();
            BootNumber = unchecked((ushort)(BootNumber + 1));
            PoweredAt = Surroundings.Elapsed;
            LastRequestAt = PoweredAt;
            foreach (var input in _inputs.Values)
            {
                input.ClearCounters();
            }

            foreach (var output in _outputs.Values)
            {
                output.Switch(false, ActivationEnd.Reboot);
            }

            OnReboot();
        }
    }

    /// <summary>Called under the gate when a level has changed.</summary>
    protected internal virtual void OnInput(SimulatedInput input)
    {
    }

    /// <summary>The last moment before a reboot.</summary>
    protected virtual void OnPowerCut()
    {
    }

    protected virtual void OnReboot()
    {
    }

    protected void CountRequest()
    {
        Requests++;
        LastRequestAt = Surroundings.Elapsed;
    }

    protected SimulatedOutput AddOutput(string point)
    {
        var output = new SimulatedOutput(Id, point, Surroundings);
        _outputs.Add(point, output);
        return output;
    }

    protected SimulatedInput AddInput(string point)
    {
        var input = new SimulatedInput(this, point, _inputs.Count);
        _inputs.Add(point, input);
        return input;
    }
}
