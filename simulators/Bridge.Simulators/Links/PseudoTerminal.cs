using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Bridge.Simulators.Links;

/// <summary>
/// One pair of a pseudo-terminal on Linux: we hold the master side, the host opens the other by its path. We keep the other side open too, or the master
/// would report a hang-up whenever the host closes it.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const short Readable = 1;
    private const int Interrupted = 4;

    /// <summary>TCGETS2 and where the speed stands in its struct, on x86, ARM and RISC-V.</summary>
    private const nuint GetSettingsWithNumbers = 0x802C542A;

    private const int OutputSpeedOffset = 40;

    /// <summary>glibc's and musl's struct termios take 60 bytes; room to spare.</summary>
    private const int TermiosRoom = 128;

    private readonly Lock _gate = new();
    private readonly int _master;
    private readonly int _slave;
    private readonly int _wake;
    private bool _closed;

    private PseudoTerminal(int master, int slave, int wake, string path)
    {
        _master = master;
        _slave = slave;
        _wake = wake;
        Path = path;
    }

    public string Path { get; }

    /// <summary>The speed that the host has set, which moves no byte faster; null when closed, or where the kernel does not tell.</summary>
    public int? BitsPerSecond
    {
        get
        {
            lock (_gate)
            {
                // Asked of the kernel: a host that has set the speed as a number has it under no name that the C library knows.
                var settings = new byte[TermiosRoom];
                return !_closed && ioctl(_slave, GetSettingsWithNumbers, settings) >= 0 ? BitConverter.ToInt32(settings, OutputSpeedOffset) : null;
            }
        }
    }

    public static PseudoTerminal Open()
    {
        var master = Checked(posix_openpt(ReadWrite | NoControllingTerminal | NonBlocking | CloseOnExec), nameof(posix_openpt));
        Checked(grantpt(master), nameof(grantpt));
        Checked(unlockpt(master), nameof(unlockpt));
        var name = new byte[128];
        if (ptsname_r(master, name, (nuint)name.Length) is var error and not 0)
        {
            throw new Win32Exception(error, nameof(ptsname_r));
        }

        var path = System.Text.Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        var slave = Checked(open(path, ReadWrite | NoControllingTerminal | CloseOnExec, 0), nameof(open));
        var settings = new byte[TermiosRoom];
        Checked(tcgetattr(slave, settings), nameof(tcgetattr));
        cfmakeraw(settings);
        Checked(tcsetattr(slave, 0, settings), nameof(tcsetattr));
        return new PseudoTerminal(master, slave, Checked(eventfd(0, CloseOnExec | NonBlocking), nameof(eventfd)), path);
    }

    /// <summary>Waits for bytes; 0 when the terminal was woken in order to close.</summary>
    public int Read(Span<byte> buffer)
    {
        while (true)
        {
            Span<PollDescriptor> waiting = [new(_master, Readable), new(_wake, Readable)];
            if (poll(ref waiting[0], 2, -1) < 0 && Marshal.GetLastPInvokeError() != Interrupted)
            {
                return 0;
            }

            if (waiting[1].Returned != 0)
            {
                return 0;
            }

            var count = read(_master, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (count > 0)
            {
                return (int)count;
            }
        }
    }

    /// <summary>What does not fit because nobody reads is lost, as on a wire.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _ = write(_master, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
            }
        }
    }

    /// <summary>Makes <see cref="Read"/> return.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                ReadOnlySpan<byte> one = [1, 0, 0, 0, 0, 0, 0, 0];
                _ = write(_wake, ref MemoryMarshal.GetReference(one), 8);
            }
        }
    }

    /// <summary>Only after <see cref="Read"/> has returned for good: the numbers of closed descriptors are given out again.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _closed = true;
                _ = close(_slave);
                _ = close(_master);
                _ = close(_wake);
            }
        }
    }

    private static int Checked(int result, string call) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), call);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int grantpt(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlockpt(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ptsname_r(int descriptor, [Out] byte[] name, nuint length);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcgetattr(int descriptor, [Out] byte[] settings);

    [LibraryImport("libc")]
    private static partial void cfmakeraw([In, Out] byte[] settings);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int descriptor, nuint request, [Out] byte[] settings);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcsetattr(int descriptor, int action, byte[] settings);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint value, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, ref byte buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct PollDescriptor(int descriptor, short events)
    {
        public readonly int Descriptor = descriptor;
        public readonly short Events = events;
        public readonly short Returned;
    }
}
