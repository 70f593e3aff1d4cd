using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>
/// Eight relays in the manner of Eletechsup's RYN408F and its relatives: commands are values written to the channel's register. While a delay runs the
/// board echoes on, off, toggle and the rest and ignores them; only a delay of 0 opens the relay at once. It has no inputs.
/// </summary>
public sealed class EletechsupRelayBoard : ModbusSlave
{
    private const int Channels = 8;
    private const int Bitmap = 0x0080;
    private readonly SimulatedOutput[] _relays = new SimulatedOutput[Channels];
    private readonly int _firstRegister;
    private ushort _replyDelay;

    /// <param name="firstRegister">The register of relay 1: 1 on most boards, 0 on newer ones.</param>
    public EletechsupRelayBoard(string id, byte unit, Surroundings surroundings, int firstRegister)
        : base(id, unit, surroundings)
    {
        _firstRegister = firstRegister;
        for (var i = 0; i < Channels; i++)
        {
            _relays[i] = AddOutput($"relay{i + 1}");
        }
    }

    public override string Model => "RYN408F";

    protected internal override bool Knows(byte function) => function is 1 or 3 or 5 or 6 or 15 or 16;

    protected internal override bool TryRead(BitTable table, int address, out bool on)
    {
        on = address < Channels && _relays[address].IsOn;
        return address < Channels;
    }

    protected internal override bool TryRead(RegisterTable table, int address, out ushort value)
    {
        (var known, value) = address switch
        {
            _ when IsChannel(address) => (true, (ushort)(_relays[address - _firstRegister].IsOn ? 1 : 0)),
            Bitmap => (true, Levels()),
            0x00FC => (true, _replyDelay),
            0x00FD => (true, (ushort)Unit),
            0x00FE => (true, (ushort)3),
            0x00FF => (true, (ushort)0),
            _ => (false, (ushort)0),
        };
        return known;
    }

    protected internal override ModbusException WriteCoil(int address, ushort value)
    {
        if (address >= Channels)
        {
            return ModbusException.IllegalAddress;
        }

        if (value is not (0xFF00 or 0))
        {
            return ModbusException.IllegalValue;
        }

        Obey(_relays[address], value != 0);
        return ModbusException.None;
    }

    protected internal override ModbusException WriteRegister(int address, ushort value)
    {
        if (IsChannel(address))
        {
            return Command(address - _firstRegister, value);
        }

        switch (address)
        {
            case 0 when value is 0x0700 or 0x0800:
                Array.ForEach(_relays, relay => Obey(relay, value == 0x0700));
                return ModbusException.None;
            case Bitmap:
                for (var i = 0; i < Channels; i++)
                {
                    Obey(_relays[i], (value >> i & 1) == 1);
                }

                return ModbusException.None;
            case 0x00FC when value <= 25:
                _replyDelay = value;
                return ModbusException.None;
            default:
                return address is 0 or 0x00FC ? ModbusException.IllegalValue : ModbusException.IllegalAddress;
        }
    }

    /// <summary>The trap of this family: a running delay is deaf to everything but another delay.</summary>
    private static void Obey(SimulatedOutput relay, bool on)
    {
        if (!relay.IsTimed)
        {
            relay.Switch(on);
        }
    }

    private bool IsChannel(int address) => address >= _firstRegister && address < _firstRegister + Channels;

    private ModbusException Command(int channel, ushort value)
    {
        var relay = _relays[channel];
        switch (value)
        {
            case 0x0100 or 0x0200:
                Obey(relay, value == 0x0100);
                return ModbusException.None;
            case 0x0300:
                Obey(relay, !relay.IsOn);
                return ModbusException.None;
            case 0x0400:
                Array.ForEach(_relays, each => Obey(each, ReferenceEquals(each, relay)));
                return ModbusException.None;
            case 0x0500:
                relay.Pulse(TimeSpan.FromSeconds(1));
                return ModbusException.None;
            case 0x0600:
                relay.Switch(false);
                return ModbusException.None;
            case > 0x0600 and <= 0x06FF:
                relay.Pulse(TimeSpan.FromSeconds(value & 0xFF));
                return ModbusException.None;
            default:
                return ModbusException.IllegalValue;
        }
    }

    private ushort Levels()
    {
        var levels = 0;
        for (var i = 0; i < Channels; i++)
        {
            levels |= (_relays[i].IsOn ? 1 : 0) << i;
        }

        return (ushort)levels;
    }
}
