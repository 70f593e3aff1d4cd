namespace Bridge.Devices.Profiles;

/// <summary>How a device is told to switch an output on for a time.</summary>
public abstract record PulseTiming
{
    private PulseTiming()
    {
    }

    /// <summary>Function 5 whose value field is the length in units (Waveshare's flash).</summary>
    public sealed record CoilValue(ushort Address, PulseUnits Units) : PulseTiming;

    /// <summary>Function 6 whose value is a base plus the length in units (Eletechsup's 0x06ss, a keypad lock's command register).</summary>
    public sealed record RegisterValue(ushort Address, ushort Base, PulseUnits Units) : PulseTiming;

    /// <summary>The length goes to its own register(s); a second write starts the pulse.</summary>
    public sealed record LengthThenStart(ushort LengthAddress, int LengthRegisters, bool LowWordFirst, StartWrite Start, PulseUnits Units)
        : PulseTiming;

    /// <summary>One write starts a pulse whose length is set in the device.</summary>
    public sealed record FixedLength(RegisterWrite Start) : PulseTiming;

    /// <summary>On until written off: the host counts.</summary>
    public sealed record Level(RegisterWrite On) : PulseTiming;
}
