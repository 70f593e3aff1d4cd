using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>
/// Six relays with timers and a real comms watchdog, in the manner of the Wiren Board WB-MR6C v.2. Outputs: relay1 to relay6. Inputs: input1 to input6 and
/// input0. Of the timer functions it simulates none (0), on-pulse (3) and off-pulse (4); the others are refused with exception 3.
/// </summary>
public sealed class WirenboardRelayModule : ModbusSlave
{
    private const int Channels = 6;

    /// <summary>Input 0 sits behind a gap in every table.</summary>
    private const int InputZero = 7;

    private readonly SimulatedOutput[] _relays = new SimulatedOutput[Channels];
    private readonly SimulatedInput[] _levels = new SimulatedInput[Channels + 1];
    private readonly WirenboardSettings _settings;
    private readonly bool[] _beforeReboot = new bool[Channels];
    private Appointment? _safety;

    public WirenboardRelayModule(string id, byte unit, Surroundings surroundings)
        : base(id, unit, surroundings)
    {
        _settings = new WirenboardSettings();
        for (var i = 0; i < Channels; i++)
        {
            _relays[i] = AddOutput($"relay{i + 1}");
            _levels[i] = AddInput($"input{i + 1}");
        }

        _levels[Channels] = AddInput("input0");
    }

    public override string Model => "WB-MR6C";

    /// <summary>True from the moment the safety time-out has passed without a request until the next one.</summary>
    public bool IsInSafetyMode { get; private set; }

    /// <summary>
    /// What an installer sets before the module may drive a strike: inputs that drive nothing, on-pulses, off as the safe state. A module fresh from its
    /// box toggles relay n when input n is pressed.
    /// </summary>
    public WirenboardRelayModule Commissioned(TimeSpan pulse, TimeSpan safetyTimeout)
    {
        lock (Surroundings.Gate)
        {
            _settings.Commission(pulse, safetyTimeout);
            return this;
        }
    }

    protected internal override bool Knows(byte function) => function is >= 1 and <= 6 or 15 or 16;

    protected internal override bool TryRead(BitTable table, int address, out bool on)
    {
        (var known, on) = (table, address) switch
        {
            (BitTable.Coils, < Channels) => (true, _relays[address].IsOn),
            (BitTable.Coils, >= 100 and < 100 + Channels or >= 108 and < 108 + Channels or >= 116 and < 116 + Channels) => (true, false),
            (BitTable.DiscreteInputs, < Channels) => (true, _levels[address].IsOn),
            (BitTable.DiscreteInputs, InputZero) => (true, _levels[Channels].IsOn),
            (BitTable.DiscreteInputs, >= 96 and < 96 + Channels) => (true, _relays[address - 96].IsOn),
            _ => (false, false),
        };
        return known;
    }

    protected internal override bool TryRead(RegisterTable table, int address, out ushort value)
    {
        if (table == RegisterTable.Holding)
        {
            return address == 128 ? (value = Unit) == Unit : _settings.TryRead(address, out value);
        }

        (var known, value) = address switch
        {
            >= 32 and < 32 + Channels => (true, _levels[address - 32].RisingEdges),
            39 => (true, _levels[Channels].RisingEdges),
            >= 464 and < 464 + Channels => (true, _levels[address - 464].ShortPresses),
            >= 480 and < 480 + Channels => (true, _levels[address - 480].LongPresses),
            104 => (true, (ushort)(Uptime >> 16)),
            105 => (true, (ushort)(Uptime & 0xFFFF)),
            121 => (true, (ushort)24_000),
            >= 250 and < 266 => (true, address - 250 < "1.26.0".Length ? "1.26.0"[address - 250] : (ushort)0),
            270 => (true, (ushort)0x0012),
            271 => (true, (ushort)0xD687),
            >= 1864 and < 1864 + Channels => (true, (ushort)Math.Ceiling(_relays[address - 1864].Remaining.TotalSeconds * 10)),
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

        switch (address)
        {
            case < Channels:
                Drive(address, value != 0, ActivationEnd.Command);
                return ModbusException.None;
            case >= 100 and < 100 + Channels:
                return Push(address - 100, value, false);
            case >= 108 and < 108 + Channels:
                return Push(address - 108, value, true);
            case >= 116 and < 116 + Channels:
                return Push(address - 116, value, !_relays[address - 116].IsOn);
            default:
                return ModbusException.IllegalAddress;
        }
    }

    protected internal override ModbusException WriteRegister(int address, ushort value)
    {
        var refusal = _settings.Write(address, value);
        if (address == WirenboardSettings.SafetyTimeout && refusal == ModbusException.None)
        {
            WatchAgain();
        }

        return refusal;
    }

    protected internal override void OnInput(SimulatedInput input)
    {
        var relay = input.Channel;
        switch (_settings.InputMode(relay))
        {
            case 0 when !input.IsOn && relay < Channels:
                Drive(relay, !_relays[relay].IsOn, ActivationEnd.Input);
                break;
            case 1 when relay < Channels:
                Drive(relay, input.IsOn, ActivationEnd.Input);
                break;
            case 2 when input.IsOn:
                Array.ForEach(_relays, each => each.Switch(false, ActivationEnd.Input));
                break;
        }
    }

    protected override void OnRequest()
    {
        IsInSafetyMode = false;
        if (_safety is null)
        {
            WatchAgain();
        }
    }

    protected override void OnPowerCut()
    {
        for (var i = 0; i < Channels; i++)
        {
            _beforeReboot[i] = _relays[i].IsOn;
        }
    }

    protected override void OnReboot()
    {
        IsInSafetyMode = false;
        WatchAgain();
        for (var i = 0; i < Channels; i++)
        {
            _relays[i].Switch(_settings.AfterPowerUp(i, _beforeReboot[i], _levels[i].IsOn), ActivationEnd.Reboot);
        }
    }

    private uint Uptime => (uint)(Surroundings.Elapsed - PoweredAt).TotalSeconds;

    private ModbusException Push(int channel, ushort value, bool on)
    {
        if (value != 0)
        {
            Drive(channel, on, ActivationEnd.Command);
        }

        return ModbusException.None;
    }

    /// <summary>Switches through the channel's timer, which is what makes a plain "on" a pulse.</summary>
    private void Drive(int channel, bool on, ActivationEnd cause)
    {
        var length = _settings.PulseLength(channel);
        switch (_settings.TimerFunction(channel))
        {
            case 3 when on:
                _relays[channel].Pulse(length);
                break;
            case 4 when !on:
                _relays[channel].Pulse(length, on: false);
                break;
            default:
                _relays[channel].Switch(on, cause);
                break;
        }
    }

    private void WatchAgain()
    {
        _safety?.Cancel();
        _safety = Surroundings.After(_settings.Safety, OnSafetyTimer);
    }

    private void OnSafetyTimer()
    {
        var left = LastRequestAt + _settings.Safety - Surroundings.Elapsed;
        if (left <= TimeSpan.Zero)
        {
            IsInSafetyMode = true;
            for (var i = 0; i < Channels; i++)
            {
                if (_settings.SafeState(i) is { } on)
                {
                    _relays[i].Switch(on, ActivationEnd.Watchdog);
                }
            }

            left = _settings.Safety;
        }

        _safety = Surroundings.After(left, OnSafetyTimer);
    }
}
