using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bridge.Devices.Transport;

/// <summary>
/// The kernel's struct termios2 (asm-generic: x86, ARM, RISC-V). Asked of the kernel directly because it takes any baud rate as a number, and
/// because the C library turns a pseudo-terminal's refusal of parity into an error that comes and goes.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TerminalSettings
{
    public const nuint Get = 0x802C542A;
    public const nuint Set = 0x402C542B;

    public uint Input;
    public uint Output;
    public uint Control;
    public uint Local;
    public byte Discipline;
    public ControlCharacters Characters;
    public uint InputSpeed;
    public uint OutputSpeed;

    private const uint SizeMask = 0x30;
    private const uint TwoStopBits = 0x40;
    private const uint ReceiverOn = 0x80;
    private const uint ParityOn = 0x100;
    private const uint ParityOdd = 0x200;
    private const uint IgnoreModemLines = 0x800;
    private const uint SpeedMask = 0x100F;
    private const uint SpeedIsNumber = 0x1000;
    private const int InputSpeedShift = 16;

    /// <summary>VMIN: with 1 an idle port reads as "try again" and only a port that is gone reads as 0 bytes.</summary>
    private const int LeastToRead = 6;

    /// <summary>What a parity-deaf device must at least have taken over.</summary>
    private const uint FormatMask = SizeMask | TwoStopBits | ParityOn | ParityOdd;

    public readonly uint Format => Control & FormatMask;

    /// <summary>Raw bytes, no flow control, modem lines ignored, reads that never wait by themselves.</summary>
    public void MakeRaw(LinkDefinition.Serial line)
    {
        Input = 0;
        Output = 0;
        Local = 0;
        Discipline = 0;
        Characters = default;
        Characters[LeastToRead] = 1;
        Control = SpeedIsNumber | (SpeedIsNumber << InputSpeedShift) | ReceiverOn | IgnoreModemLines;
        Control &= ~(SpeedMask & ~SpeedIsNumber);
        Control |= (uint)(line.DataBits - 5) << 4;
        Control |= line.StopBits == 2 ? TwoStopBits : 0;
        Control |= line.Parity switch
        {
            SerialParity.None => 0,
            SerialParity.Even => ParityOn,
            SerialParity.Odd => ParityOn | ParityOdd,
        };
        InputSpeed = (uint)line.Baud;
        OutputSpeed = (uint)line.Baud;
    }

    /// <summary>c_cc.</summary>
    [InlineArray(19)]
    internal struct ControlCharacters
    {
        private byte _first;
    }
}
