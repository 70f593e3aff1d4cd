using System.Runtime.InteropServices;

namespace Bridge.Devices.Transport;

/// <summary>
/// Where the numbers in <see cref="LinuxCalls"/>, <see cref="TerminalSettings"/> and <see cref="LinuxSerialPort"/> are the kernel's: they are those of
/// asm-generic. The flags that differ on ARM (O_DIRECTORY, O_NOFOLLOW, O_DIRECT, O_LARGEFILE) are not among them. POWER and MIPS have a termios,
/// ioctl numbers and flags of their own: there a port would be set to something else than was asked for.
/// </summary>
internal static class LinuxProcessors
{
    public static bool AreNumbersRight(Architecture processor) => processor switch
    {
        Architecture.X64 or Architecture.X86 or Architecture.Arm or Architecture.Arm64 or Architecture.Armv6 => true,
        Architecture.S390x or Architecture.LoongArch64 or Architecture.RiscV64 => true,
        Architecture.Ppc64le or Architecture.Wasm => false,
        _ => false,
    };
}
