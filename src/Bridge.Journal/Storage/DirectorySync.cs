using System.Runtime.InteropServices;
using System.Text;

namespace Bridge.Journal.Storage;

/// <summary>Makes a rename survive a power cut on Unix. Windows does so by itself.</summary>
internal static class DirectorySync
{
    private const int ReadOnlyDirectory = 0x10000 | 0x80000;

    /// <exception cref="IOException">The directory could not be synced.</exception>
    public static void Sync(string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var directory = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var descriptor = Open(Encoding.UTF8.GetBytes(directory + "\0"), ReadOnlyDirectory);
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
