using Bridge.Simulators.Clocks;
using Bridge.Simulators.Wire;

namespace Bridge.Simulators.Devices;

/// <summary>
/// The generic keypad lock: reader, keypad, lock output, contact, bolt, tamper and exit button in one unit, with an event memory that survives the
/// host's absence. The register map is in docs/drivers/generic-keypad-lock.md. Outputs: lock. Inputs: contact, bolt, tamper, rex.
/// </summary>
public sealed class KeypadLock : ModbusSlave, ICredentialReader
{
    public const int MapVersion = 1;
    public const int LongestCard = 128;
    private const int LongestPulse = 300;
    private const int LastFeedback = 6;
    private const int FirstDataRegister = 12;
    private const int LastInputRegister = 19;
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    private readonly SimulatedOutput _lock;
    private readonly SimulatedInput _contact;
    private readonly SimulatedInput _bolt;
    private readonly SimulatedInput _tamper;
    private readonly SimulatedInput _rex;
    private readonly List<int> _feedbackHistory = [];
    private ushort _watchdogTenths;
    private Appointment? _watchdog;

    public KeypadLock(string id, byte unit, Surroundings surroundings)
        : base(id, unit, surroundings)
    {
        _lock = AddOutput("lock");
        _contact = AddInput("contact");
        _bolt = AddInput("bolt");
        _tamper = AddInput("tamper");
        _rex = AddInput("rex");
        Memory = new EventMemory(surroundings);
    }

    public override string Model => "Generic keypad lock";

    public EventMemory Memory { get; }

    /// <summary>Whether the event memory and its sequence numbers survive a power cut.</summary>
    public bool KeepsMemory { get; init; } = true;

    /// <summary>Whether the window can be moved past reads that are not acknowledged.</summary>
    public bool LooksAhead { get; init; } = true;

    /// <summary>What the keypad shows: 0 idle, 1 granted, 2 denied, 3 PIN asked, 4 wait, 5 held-open warning, 6 locked down.</summary>
    public int Feedback { get; private set; }

    /// <summary>Feedback codes in the order in which they were written.</summary>
    public IReadOnlyList<int> FeedbackHistory => _feedbackHistory;

    int? ICredentialReader.ShownFeedback => Feedback;

    IReadOnlyList<PresentedCredential> ICredentialReader.KeptReads => Memory.Kept;

    IReadOnlyList<ForgottenRead> ICredentialReader.ForgottenReads => Memory.Forgotten;

    /// <summary>Every time the lock output was energised.</summary>
    public IReadOnlyList<Activation> LockActivations => _lock.Activations;

    /// <summary>Presents a card. <paramref name="bits"/> are its bits as 0 and 1, most significant first, at most 128.</summary>
    public PresentedCredential PresentCard(string bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits.Length, LongestCard);
        return Remember(CredentialKind.Card, bits);
    }

    /// <summary>Types a PIN of at most 16 digits and the enter key.</summary>
    public PresentedCredential EnterPin(string digits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits.Length, 16);
        return Remember(CredentialKind.Pin, digits);
    }

    protected internal override bool Knows(byte function) => function is 3 or 4 or 6 or 8 or 16 or 17 or 43;

    protected internal override bool TryRead(BitTable table, int address, out bool on)
    {
        on = false;
        return false;
    }

    protected internal override bool TryRead(RegisterTable table, int address, out ushort value)
    {
        value = table == RegisterTable.Holding ? ReadHolding(address) : ReadInput(address);
        return address <= (table == RegisterTable.Holding ? 4 : LastInputRegister);
    }

    protected internal override ModbusException WriteCoil(int address, ushort value) => ModbusException.IllegalFunction;

    protected internal override ModbusException WriteRegister(int address, ushort value) => address switch
    {
        0 => Memory.Acknowledge(value) ? ModbusException.None : ModbusException.IllegalValue,
        1 => CommandLock(value),
        2 => Show(value),
        3 => Watch(value),
        4 when LooksAhead => Look(value),
        _ => ModbusException.IllegalAddress,
    };

    protected override void OnReboot()
    {
        Feedback = 0;
        Memory.LookAhead = 0;
        _watchdogTenths = 0;
        _watchdog?.Cancel();
        if (!KeepsMemory)
        {
            Memory.Lose();
        }
    }

    private PresentedCredential Remember(CredentialKind kind, string text)
    {
        lock (Surroundings.Gate)
        {
            Surroundings.Settle();
            var read = new PresentedCredential(Id, BootNumber, Memory.Next, kind, text, Surroundings.Elapsed, Surroundings.Now);
            Memory.Add(read);
            return read;
        }
    }

    private ushort ReadHolding(int address) => address switch
    {
        0 => Memory.ReadPointer,
        1 => (ushort)Math.Ceiling(_lock.Remaining / Tenth),
        2 => (ushort)Feedback,
        3 => _watchdogTenths,
        4 => Memory.LookAhead,
        _ => 0,
    };

    private ushort ReadInput(int address) => address switch
    {
        0 => MapVersion,
        1 => BootNumber,
        2 => Flags(),
        3 => Memory.Newest,
        4 => Memory.OldestKept,
        8 => Memory.Window?.Sequence ?? 0,
        9 => (ushort)(Memory.Window?.Kind ?? 0),
        10 => (ushort)(Memory.Window?.Text.Length ?? 0),
        11 => Memory.Window is { } read ? (ushort)Math.Min((Surroundings.Elapsed - read.At) / Tenth, ushort.MaxValue) : (ushort)0,
        >= FirstDataRegister and <= LastInputRegister => Memory.Window is { } read ? CredentialWords.Word(read, address - FirstDataRegister) : (ushort)0,
        _ => 0,
    };

    private ushort Flags()
    {
        bool[] bits = [_contact.IsOn, _bolt.IsOn, _tamper.IsOn, _rex.IsOn, _lock.IsOn, Memory.HasOverflowed];
        var flags = 0;
        for (var i = 0; i < bits.Length; i++)
        {
            flags |= (bits[i] ? 1 : 0) << i;
        }

        return (ushort)flags;
    }

    private ModbusException CommandLock(ushort tenths)
    {
        if (tenths > LongestPulse)
        {
            return ModbusException.IllegalValue;
        }

        if (tenths == 0)
        {
            _lock.Switch(false);
        }
        else
        {
            _lock.Pulse(tenths * Tenth);
        }

        return ModbusException.None;
    }

    private ModbusException Show(ushort code)
    {
        if (code > LastFeedback)
        {
            return ModbusException.IllegalValue;
        }

        Feedback = code;
        _feedbackHistory.Add(code);
        return ModbusException.None;
    }

    private ModbusException Look(ushort ahead)
    {
        Memory.LookAhead = ahead;
        return ModbusException.None;
    }

    private ModbusException Watch(ushort tenths)
    {
        _watchdogTenths = tenths;
        _watchdog?.Cancel();
        _watchdog = tenths == 0 ? null : Surroundings.After(tenths * Tenth, OnWatchdog);
        return ModbusException.None;
    }

    /// <summary>Not cancelled and made anew by every request: it looks when the last one was, and waits for the rest.</summary>
    private void OnWatchdog()
    {
        var left = LastRequestAt + (_watchdogTenths * Tenth) - Surroundings.Elapsed;
        if (left <= TimeSpan.Zero)
        {
            _lock.Switch(false, ActivationEnd.Watchdog);
            Feedback = 0;
            left = _watchdogTenths * Tenth;
        }

        _watchdog = Surroundings.After(left, OnWatchdog);
    }
}
