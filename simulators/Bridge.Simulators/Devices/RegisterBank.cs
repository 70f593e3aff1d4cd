using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>A plain slave for tests: four tables of one size, all the standard functions, strict about coil values.</summary>
public sealed class RegisterBank : ModbusSlave
{
    public RegisterBank(string id, byte unit, Surroundings surroundings, int size)
        : base(id, unit, surroundings)
    {
        Coils = new bool[size];
        DiscreteInputs = new bool[size];
        Holding = new ushort[size];
        InputRegisters = new ushort[size];
    }

    public bool[] Coils { get; }

    public bool[] DiscreteInputs { get; }

    public ushort[] Holding { get; }

    public ushort[] InputRegisters { get; }

    public override string Model => "Register bank";

    protected internal override bool Knows(byte function) => function is >= 1 and <= 8 or 15 or 16 or 17 or 22 or 23 or 43;

    protected internal override bool TryRead(BitTable table, int address, out bool on)
    {
        var bits = table == BitTable.Coils ? Coils : DiscreteInputs;
        on = address < bits.Length && bits[address];
        return address < bits.Length;
    }

    protected internal override bool TryRead(RegisterTable table, int address, out ushort value)
    {
        var registers = table == RegisterTable.Holding ? Holding : InputRegisters;
        value = address < registers.Length ? registers[address] : (ushort)0;
        return address < registers.Length;
    }

    protected internal override ModbusException WriteCoil(int address, ushort value)
    {
        if (value is not (0xFF00 or 0))
        {
            return ModbusException.IllegalValue;
        }

        if (address >= Coils.Length)
        {
            return ModbusException.IllegalAddress;
        }

        Coils[address] = value != 0;
        return ModbusException.None;
    }

    protected internal override ModbusException WriteRegister(int address, ushort value)
    {
        if (address >= Holding.Length)
        {
            return ModbusException.IllegalAddress;
        }

        Holding[address] = value;
        return ModbusException.None;
    }
}
