using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>The holding registers of a WB-MR6C: they are in its flash and survive a power cut.</summary>
internal sealed class WirenboardSettings
{
    public const int SafetyTimeout = 8;
    private const int PowerUp = 6;
    private const int InputModes = 9;
    private const int InputZeroMode = 16;
    private const int SafeStates = 930;
    private const int SafetyActions = 938;
    private const int TimerFunctions = 1760;
    private const int PulseLengths = 1784;
    private const ushort NoEffect = 3;
    private const ushort OnPulse = 3;

    private readonly Dictionary<int, ushort> _registers = Factory();

    public TimeSpan Safety => TimeSpan.FromSeconds(_registers[SafetyTimeout]);

    public bool TryRead(int address, out ushort value) => _registers.TryGetValue(address, out value);

    public ModbusException Write(int address, ushort value)
    {
        if (!_registers.ContainsKey(address))
        {
            return ModbusException.IllegalAddress;
        }

        var isGood = address switch
        {
            PowerUp => value <= 2,
            SafetyTimeout => value is >= 1 and <= 65534,
            >= InputModes and <= InputModes + 5 or InputZeroMode => value <= 6,
            >= SafeStates and < SafeStates + 6 or >= SafetyActions and < SafetyActions + 6 => value <= 1,
            >= TimerFunctions and < TimerFunctions + 6 => value is 0 or 3 or 4,
            >= PulseLengths and < PulseLengths + 6 => value >= 1,
            _ => true,
        };
        if (isGood)
        {
            _registers[address] = value;
        }

        return isGood ? ModbusException.None : ModbusException.IllegalValue;
    }

    public int InputMode(int channel) => _registers[channel < 6 ? InputModes + channel : InputZeroMode];

    public int TimerFunction(int channel) => _registers[TimerFunctions + channel];

    public TimeSpan PulseLength(int channel) => TimeSpan.FromMilliseconds(100 * _registers[PulseLengths + channel]);

    /// <summary>What the relay does in safety mode; null to stay as it is.</summary>
    public bool? SafeState(int channel) => _registers[SafetyActions + channel] == 1 ? _registers[SafeStates + channel] == 1 : null;

    public bool AfterPowerUp(int channel, bool before, bool input) => _registers[PowerUp] switch
    {
        1 => before,
        2 => input,
        _ => _registers[SafeStates + channel] == 1,
    };

    public void Commission(TimeSpan pulse, TimeSpan safetyTimeout)
    {
        _registers[PowerUp] = 0;
        _registers[SafetyTimeout] = (ushort)safetyTimeout.TotalSeconds;
        _registers[InputZeroMode] = NoEffect;
        for (var i = 0; i < 6; i++)
        {
            _registers[InputModes + i] = NoEffect;
            _registers[SafeStates + i] = 0;
            _registers[SafetyActions + i] = 1;
            _registers[TimerFunctions + i] = OnPulse;
            _registers[PulseLengths + i] = (ushort)(pulse / TimeSpan.FromMilliseconds(100));
        }
    }

    private static Dictionary<int, ushort> Factory()
    {
        var registers = new Dictionary<int, ushort> { [PowerUp] = 0, [SafetyTimeout] = 10, [InputZeroMode] = 2, [27] = 50, [110] = 96 };
        for (var i = 0; i < 6; i++)
        {
            registers[InputModes + i] = 0;
            registers[20 + i] = 50;
            registers[SafeStates + i] = 0;
            registers[SafetyActions + i] = 0;
            registers[946 + i] = 0;
            registers[TimerFunctions + i] = 0;
            registers[PulseLengths + i] = 10;
        }

        return registers;
    }
}
