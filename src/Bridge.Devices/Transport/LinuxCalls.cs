using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bridge.Devices.Transport;

/// <summary>The system calls of our own serial port and of the wait that an interrupt can end. No native library of our own.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxCalls
{
    public const int OpenReadWrite = 0x2;
    public const int OpenNoControllingTerminal = 0x100;
    public const int OpenNonBlocking = 0x800;
    public const int OpenCloseOnExec = 0x80000;

    public const short PollIn = 0x1;
    public const short PollOut = 0x4;
    public const short PollBroken = 0x8 | 0x10 | 0x20;

    public const int NoPermission = 13;
    public const int NoSuchFile = 2;
    public const int Interrupted = 4;
    public const int InputOutputError = 5;
    public const int NoSuchDeviceOrAddress = 6;
    public const int TryAgain = 11;
    public const int Busy = 16;
    public const int NoSuchDevice = 19;
    public const int InvalidArgument = 22;
    public const int NotATerminal = 25;

    public const int LockExclusiveNow = 2 | 4;

    private const int EventCloseOnExec = 0x80000;
    private const int EventNonBlocking = 0x800;

    public static DescriptorHandle CreateEvent() => new(EventDescriptor(0, EventCloseOnExec | EventNonBlocking));

    public static DescriptorHandle OpenFile(string path, int flags) => new(Open(path, flags));

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static unsafe partial nint Read(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static unsafe partial nint Write(int descriptor, byte* buffer, nint count);

    /// <summary>poll in nanoseconds: the silence between two frames is shorter than poll's millisecond can tell.</summary>
    [LibraryImport("libc", EntryPoint = "ppoll", SetLastError = true)]
    public static unsafe partial int Poll(PollEntry* entries, nuint count, TimeSpec* timeout, nint signalMask);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(DescriptorHandle descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(DescriptorHandle descriptor, nuint request, nint argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(DescriptorHandle descriptor, nuint request, ref int argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(DescriptorHandle descriptor, nuint request, ref TerminalSettings argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(DescriptorHandle descriptor, nuint request, ref Rs485Settings argument);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int ControlThread(int option, nuint first, nuint second, nuint third, nuint fourth);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventDescriptor(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
