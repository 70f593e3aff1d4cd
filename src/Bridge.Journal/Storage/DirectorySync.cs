using System.Runtime.InteropServices;
using System.Text;

namespace Bridge.Journal.Storage;

/// <summary>Makes a rename survive a power cut on Unix. Windows does so by itself.</summary>
internal static class DirectorySync
{
    /// <summary>
    /// O_RDONLY and O_CLOEXEC, which have one number on x86, ARM and RISC-V. O_DIRECTORY does not: what it is on x86 means O_DIRECT on ARM, and a
    /// directory cannot be opened so. It is not needed either, because the path is a directory's.
    /// </summary>
    internal const int ReadOnly = 0x80000;

    /// <exception cref="IOException">The directory could not be synced.</exception>
    public static void Sync(string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var directory = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var descriptor = Open(Encoding.UTF8.GetBytes(directory + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{directory} cannot be opened to be synced (errno {Marshal.GetLastPInvokeError()})");
        }

        var synced = Sync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (synced != 0)
        {
            throw new IOException($"{directory} cannot be synced (errno {error})");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
