using System.Diagnostics;

namespace Bridge.Journal.Tests;

/// <summary>A file system of one megabyte in memory.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <returns>Null where it cannot be mounted.</returns>
    public static async Task<SmallDisk?> MountAsync(string path, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        Directory.CreateDirectory(path);
        return await RunAsync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path], cancellation) ? new SmallDisk(path) : null;
    }

    /// <summary>Writes until nothing more goes in.</summary>
    public static void Fill(string path)
    {
        // Unbuffered: what did not go in must not be tried again at closing.
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[512];
        for (var written = 0; written < 2 * 1024 * 1024; written += block.Length)
        {
            try
            {
                file.Write(block);
            }
            catch (IOException)
            {
                return;
            }
        }

        Assert.Fail("the disk does not become full");
    }

    /// <summary>How many files of a journal (itself, its log, its shared memory) this process has open.</summary>
    public static int OpenFiles(string journal) => Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(Target).Count(target =>
        target.StartsWith(journal, StringComparison.Ordinal) && !target.EndsWith(".lock", StringComparison.Ordinal));

    private static string Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName ?? "";
        }
        catch (FileNotFoundException)
        {
            // Another test closed it since it was listed.
            return "";
        }
    }

    public async Task MakeReadOnlyAsync(CancellationToken cancellation) =>
        Assert.True(await RunAsync("mount", ["-o", "remount,ro", Path], cancellation), "remount");

    // The test's store may still have the file open when this runs; a lazy unmount does not mind.
    public async ValueTask DisposeAsync() => await RunAsync("umount", ["-l", Path], CancellationToken.None);

    private static async Task<bool> RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0;
    }
}
