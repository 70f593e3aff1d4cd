using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>
/// Eight relays and eight inputs in the manner of the Waveshare Modbus RTU IO 8CH. What matters about it: function 5 at 0200+channel is a flash that the
/// board ends by itself after the value times 0.1 s.
/// </summary>
public sealed class WaveshareRelayBoard : ModbusSlave
{
    private const int Channels = 8;
    private const int FlashOn = 0x0200;
    private const int FlashOff = 0x0400;
    private const int AllRelays = 0x00FF;
    private const int ToggleAll = 0x01FF;
    private const int ControlMode = 0x1000;
    private const int UnitAddress = 0x4000;
    private const int Version = 0x8000;
    private const ushort ValueOn = 0xFF00;
    private const ushort ValueOff = 0x0000;
    private const ushort ValueToggle = 0x5500;

    private readonly SimulatedOutput[] _relays = new SimulatedOutput[Channels];
    private readonly SimulatedInput[] _levels = new SimulatedInput[Channels];
    private readonly ushort[] _modes = new ushort[Channels];

    public WaveshareRelayBoard(string id, byte unit, Surroundings surroundings)
        : base(id, unit, surroundings)
    {
        for (var i = 0; i < Channels; i++)
        {
            _relays[i] = AddOutput($"relay{i + 1}");
            _levels[i] = AddInput($"input{i + 1}");
        }
    }

    public override string Model => "Modbus RTU IO 8CH";

    protected internal override bool Knows(byte function) => function is 1 or 2 or 3 or 5 or 6 or 15 or 16;

    protected internal override bool TryRead(BitTable table, int address, out bool on)
    {
        on = address < Channels && (table == BitTable.Coils ? _relays[address].IsOn : _levels[address].IsOn);
        return address < Channels;
    }

    protected internal override bool TryRead(RegisterTable table, int address, out ushort value)
    {
        (var known, value) = address switch
        {
            >= ControlMode and < ControlMode + Channels => (true, _modes[address - ControlMode]),
            UnitAddress => (true, (ushort)Unit),
            Version => (true, (ushort)200),
            _ => (false, (ushort)0),
        };
        return known;
    }

    protected internal override ModbusException WriteCoil(int address, ushort value) => address switch
    {
        < Channels => Command(_relays.AsSpan(address, 1), value),
        AllRelays => Command(_relays, value),
        ToggleAll => Command(_relays, ValueToggle),
        >= FlashOn and < FlashOn + Channels => Flash(address - FlashOn, value, on: true),
        >= FlashOff and < FlashOff + Channels => Flash(address - FlashOff, value, on: false),
        _ => ModbusException.IllegalAddress,
    };

    protected internal override ModbusException WriteRegister(int address, ushort value)
    {
        switch (address)
        {
            case >= ControlMode and < ControlMode + Channels:
                if (value > 3)
                {
                    return ModbusException.IllegalValue;
                }

                _modes[address - ControlMode] = value;
                return ModbusException.None;
            case UnitAddress:
                // Changing the address would move the unit on its line while the line's table still has the old one.
                return value == Unit ? ModbusException.None : ModbusException.IllegalValue;
            default:
                return ModbusException.IllegalAddress;
        }
    }

    /// <summary>Modes 1 to 3: the input drives the relay of the same number (linkage, toggle at a press, toggle at each edge).</summary>
    protected internal override void OnInput(SimulatedInput input)
    {
        var relay = _relays[input.Channel];
        switch (_modes[input.Channel])
        {
            case 1:
                relay.Switch(input.IsOn, ActivationEnd.Input);
                break;
            case 2 when input.IsOn:
            case 3:
                relay.Switch(!relay.IsOn, ActivationEnd.Input);
                break;
        }
    }

    private static ModbusException Command(Span<SimulatedOutput> relays, ushort value)
    {
        if (value is not (ValueOn or ValueOff or ValueToggle))
        {
            return ModbusException.IllegalValue;
        }

        foreach (var relay in relays)
        {
            relay.Switch(value == ValueToggle ? !relay.IsOn : value == ValueOn);
        }

        return ModbusException.None;
    }

    private ModbusException Flash(int channel, ushort tenths, bool on)
    {
        if (tenths is 0 or > 0x7FFF)
        {
            return ModbusException.IllegalValue;
        }

        _relays[channel].Pulse(TimeSpan.FromMilliseconds(100 * tenths), on);
        return ModbusException.None;
    }
}
