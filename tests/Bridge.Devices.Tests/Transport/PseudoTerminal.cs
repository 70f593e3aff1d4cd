using System.Runtime.InteropServices;
using System.Text;

namespace Bridge.Devices.Tests.Transport;

/// <summary>A pseudo-terminal made by the test: <see cref="Path"/> is the port, the test holds the other end.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 0x2 | 0x100 | 0x80000;
    private readonly int _descriptor;
    private int _closed;

    public PseudoTerminal()
    {
        _descriptor = posix_openpt(ReadWrite);
        Assert.True(_descriptor >= 0, "no pseudo-terminal to be had");
        Assert.Equal(0, grantpt(_descriptor));
        Assert.Equal(0, unlockpt(_descriptor));
        var name = new byte[128];
        Assert.Equal(0, ptsname_r(_descriptor, name, (nuint)name.Length));
        Path = Encoding.ASCII.GetString(name, 0, Array.IndexOf<byte>(name, 0));
    }

    public string Path { get; }

    public void Send(ReadOnlySpan<byte> bytes) => Assert.Equal(bytes.Length, write(_descriptor, bytes.ToArray(), bytes.Length));

    /// <summary>Blocks for at least one byte; 0 when the other end or this one is closed.</summary>
    public int Receive(byte[] buffer) => (int)Math.Max(0, read(_descriptor, buffer, buffer.Length));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _ = close(_descriptor);
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int posix_openpt(int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int grantpt(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int unlockpt(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ptsname_r(int descriptor, byte[] name, nuint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, byte[] buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte[] buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int descriptor);
}
