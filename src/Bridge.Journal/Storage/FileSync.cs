using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Bridge.Journal.Storage;

/// <summary>Makes what was written to a file survive a power cut, and says when the disk did not. (The library's own flush hides that on Linux.)</summary>
internal static class FileSync
{
    /// <exception cref="IOException">The file could not be synced.</exception>
    public static void Sync(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            // Opened with write-through: there is nothing left to sync.
            return;
        }

        if (Sync((int)file.DangerousGetHandle()) != 0)
        {
            throw new IOException($"the file cannot be synced (errno {Marshal.GetLastPInvokeError()})");
        }
    }

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);
}
