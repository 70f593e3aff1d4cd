using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>
/// Six inputs and six relays in the manner of the Moxa ioLogik E1214 on Modbus TCP. A pulse is started by its own coil; its length is set in the module's
/// web console, here in <see cref="PulseWidth"/>. Inputs have counters of 32 bits, high word first.
/// </summary>
public sealed class MoxaModule : ModbusSlave
{
    private const int Channels = 6;
    private const int PulseCoils = 0x0010;
    private const int CounterRunning = 0x0100;
    private const int CounterClear = 0x0110;
    private const int SafeStatusClear = 0x1020;
    private const int Counters = 0x0010;
    private const int InputWord = 0x0030;
    private const int OutputWord = 0x0020;
    private readonly SimulatedOutput[] _relays = new SimulatedOutput[Channels];
    private readonly SimulatedInput[] _levels = new SimulatedInput[Channels];
    private Appointment? _watchdog;

    public MoxaModule(string id, byte unit, Surroundings surroundings)
        : base(id, unit, surroundings)
    {
        for (var i = 0; i < Channels; i++)
        {
            _relays[i] = AddOutput($"relay{i + 1}");
            _levels[i] = AddInput($"input{i + 1}");
        }
    }

    public override string Model => "ioLogik E1214";

    public TimeSpan PulseWidth { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Without a request for this long the relays go to their safe status, off; zero for never.</summary>
    public TimeSpan HostWatchdog { get; init; }

    public bool IsInSafeStatus { get; private set; }

    protected internal override bool Knows(byte function) => function is >= 1 and <= 6 or 15 or 16;

    protected internal override bool TryRead(BitTable table, int address, out bool on)
    {
        (var known, on) = (table, address) switch
        {
            (BitTable.Coils, < Channels) => (true, _relays[address].IsOn),
            (BitTable.Coils, >= PulseCoils and < PulseCoils + Channels) => (true, _relays[address - PulseCoils].IsTimed),
            (BitTable.Coils, >= CounterRunning and < CounterRunning + Channels) => (true, _levels[address - CounterRunning].IsCounting),
            (BitTable.Coils, >= CounterClear and < CounterClear + Channels) => (true, false),
            (BitTable.DiscreteInputs, < Channels) => (true, _levels[address].IsOn),
            (BitTable.DiscreteInputs, >= 0x1010 and < 0x1010 + Channels) => (true, IsInSafeStatus),
            _ => (false, false),
        };
        return known;
    }

    protected internal override bool TryRead(RegisterTable table, int address, out ushort value)
    {
        (var known, value) = (table, address) switch
        {
            (RegisterTable.Input, >= Counters and < Counters + (2 * Channels)) =>
                (true, (address - Counters) % 2 == 0 ? (ushort)0 : _levels[(address - Counters) / 2].RisingEdges),
            (RegisterTable.Input, InputWord) => (true, Word(i => _levels[i].IsOn)),
            (RegisterTable.Holding, OutputWord) => (true, Word(i => _relays[i].IsOn)),
            _ => (false, (ushort)0),
        };
        return known;
    }

    protected internal override ModbusException WriteCoil(int address, ushort value)
    {
        if (value is not (0xFF00 or 0))
        {
            return ModbusException.IllegalValue;
        }

        var on = value != 0;
        return address switch
        {
            < Channels => Switch(_relays[address], on),
            >= PulseCoils and < PulseCoils + Channels => Pulse(_relays[address - PulseCoils], on),
            >= CounterRunning and < CounterRunning + Channels => Count(address - CounterRunning, on),
            >= CounterClear and < CounterClear + Channels => Clear(_levels[address - CounterClear], on),
            >= SafeStatusClear and < SafeStatusClear + Channels => LeaveSafeStatus(on),
            _ => ModbusException.IllegalAddress,
        };
    }

    protected internal override ModbusException WriteRegister(int address, ushort value)
    {
        if (address != OutputWord)
        {
            return ModbusException.IllegalAddress;
        }

        for (var i = 0; i < Channels; i++)
        {
            _relays[i].Switch((value >> i & 1) == 1);
        }

        return ModbusException.None;
    }

    protected override void OnRequest()
    {
        if (HostWatchdog > TimeSpan.Zero && _watchdog is null)
        {
            _watchdog = Surroundings.After(HostWatchdog, OnWatchdog);
        }
    }

    private static ModbusException Switch(SimulatedOutput relay, bool on)
    {
        relay.Switch(on);
        return ModbusException.None;
    }

    private static ModbusException Clear(SimulatedInput input, bool really)
    {
        if (!really)
        {
            return ModbusException.IllegalValue;
        }

        input.ClearRisingEdges();
        return ModbusException.None;
    }

    private ModbusException Pulse(SimulatedOutput relay, bool start)
    {
        if (start)
        {
            relay.Pulse(PulseWidth);
        }
        else
        {
            relay.Switch(false);
        }

        return ModbusException.None;
    }

    private ModbusException Count(int channel, bool on)
    {
        _levels[channel].IsCounting = on;
        return ModbusException.None;
    }

    private ModbusException LeaveSafeStatus(bool really)
    {
        IsInSafeStatus &= !really;
        return ModbusException.None;
    }

    private void OnWatchdog()
    {
        var left = LastRequestAt + HostWatchdog - Surroundings.Elapsed;
        if (left <= TimeSpan.Zero)
        {
            IsInSafeStatus = true;
            Array.ForEach(_relays, relay => relay.Switch(false, ActivationEnd.Watchdog));
            left = HostWatchdog;
        }

        _watchdog = Surroundings.After(left, OnWatchdog);
    }

    private static ushort Word(Func<int, bool> bit)
    {
        var word = 0;
        for (var i = 0; i < Channels; i++)
        {
            word |= (bit(i) ? 1 : 0) << i;
        }

        return (ushort)word;
    }
}
