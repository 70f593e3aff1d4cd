using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>
/// One simulated unit. It answers request bodies (function code and data, without unit and check) as the real device does, on the building's clock.
/// Derived devices say what their addresses mean; <see cref="RequestReader"/> knows the function codes.
/// </summary>
public abstract class ModbusSlave(string id, byte unit, Surroundings surroundings) : SimulatedDevice(id, unit, surroundings)
{
    /// <summary>Executes a request body and writes the reply body; returns its length.</summary>
    public int Answer(ReadOnlySpan<byte> body, Span<byte> reply)
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            CountRequest();
            OnRequest();
            return RequestReader.Answer(this, body, reply);
        }
    }

    /// <summary>The function codes it knows; any other is answered with exception 1.</summary>
    protected internal abstract bool Knows(byte function);

    protected internal abstract bool TryRead(BitTable table, int address, out bool on);

    protected internal abstract bool TryRead(RegisterTable table, int address, out ushort value);

    /// <summary>Function 5 with its raw value, since vendors put more into it than on and off; also called for each bit of function 15.</summary>
    protected internal abstract ModbusException WriteCoil(int address, ushort value);

    protected internal abstract ModbusException WriteRegister(int address, ushort value);

    /// <summary>Called for every request before it is executed, for watchdogs.</summary>
    protected virtual void OnRequest()
    {
    }
}
