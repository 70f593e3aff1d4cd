using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>
/// One simulated unit. It answers request bodies (function code and data, without unit and check) as the real device does, on the building's clock.
/// Derived devices say what their addresses mean; <see cref="RequestReader"/> knows the function codes.
/// </summary>
public abstract class ModbusSlave
{
    private readonly Dictionary<string, SimulatedOutput> _outputs = [];
    private readonly Dictionary<string, SimulatedInput> _inputs = [];

    protected ModbusSlave(string id, byte unit, Surroundings surroundings)
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

    /// <summary>What it is called in a report of its identity (functions 17 and 43).</summary>
    public abstract string Model { get; }

    public IReadOnlyDictionary<string, SimulatedOutput> Outputs => _outputs;

    public IReadOnlyDictionary<string, SimulatedInput> Inputs => _inputs;

    /// <summary>When the last request reached it, on the building's clock.</summary>
    protected TimeSpan LastRequestAt { get; private set; }

    /// <summary>When it was last powered up, on the building's clock.</summary>
    protected TimeSpan PoweredAt { get; private set; }

    /// <summary>Executes a request body and writes the reply body; returns its length.</summary>
    public int Answer(ReadOnlySpan<byte> body, Span<byte> reply)
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            Requests++;
            LastRequestAt = Surroundings.Elapsed;
            OnRequest();
            return RequestReader.Answer(this, body, reply);
        }
    }

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

    /// <summary>The function codes it knows; any other is answered with exception 1.</summary>
    protected internal abstract bool Knows(byte function);

    protected internal abstract bool TryRead(BitTable table, int address, out bool on);

    protected internal abstract bool TryRead(RegisterTable table, int address, out ushort value);

    /// <summary>Function 5 with its raw value, since vendors put more into it than on and off; also called for each bit of function 15.</summary>
    protected internal abstract ModbusException WriteCoil(int address, ushort value);

    protected internal abstract ModbusException WriteRegister(int address, ushort value);

    /// <summary>Called under the gate when a level has changed.</summary>
    protected internal virtual void OnInput(SimulatedInput input)
    {
    }

    /// <summary>Called for every request before it is executed, for watchdogs.</summary>
    protected virtual void OnRequest()
    {
    }

    /// <summary>The last moment before a reboot.</summary>
    protected virtual void OnPowerCut()
    {
    }

    protected virtual void OnReboot()
    {
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
