using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Disk;

/// <summary>A file system of a few megabytes in memory, mounted over a directory, with what was in the directory.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string path;

    private SmallDisk(string path) => this.path = path;

    private string Filler => Path.Combine(path, "filler");

    /// <summary>Skips the test where nothing can be mounted; with CI=true that is a failure.</summary>
    public static async Task<SmallDisk> MountAsync(string path, CancellationToken cancellationToken)
    {
        var contents = Directory.CreateTempSubdirectory("accessbridge-disk-").FullName;
        await CopyAsync(path, contents, cancellationToken);
        var mounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            ? await ExternalProgram.RunAsync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", path], cancellationToken)
            : new ProgramEnd(-1, "", "not Linux, or not root");
        if (mounted.ExitCode != 0)
        {
            Directory.Delete(contents, recursive: true);
            var reason = $"A tmpfs cannot be mounted here ({mounted}); run the tests as root.";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        await CopyAsync(contents, path, cancellationToken);
        Directory.Delete(contents, recursive: true);
        return new SmallDisk(path);
    }

    /// <summary>Leaves not one byte.</summary>
    /// <returns>How many were left before.</returns>
    public long Fill()
    {
        var block = new byte[4096];
        // Unbuffered: each write is the disk's own answer.
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (true)
        {
            try
            {
                filler.Write(block);
            }
            catch (IOException full) when (full.Message.Contains("No space left", StringComparison.Ordinal))
            {
                return filler.Length;
            }
        }
    }

    public void Free() => File.Delete(Filler);

    public async Task MakeReadOnlyAsync(CancellationToken cancellationToken)
    {
        var remounted = await ExternalProgram.RunAsync("mount", ["-o", "remount,ro", path], cancellationToken);
        Assert.True(remounted.ExitCode == 0, remounted.ToString());
    }

    // Lazily: a process that was killed may still hold a file for a moment.
    public async ValueTask DisposeAsync() => await ExternalProgram.RunAsync("umount", ["-l", path], CancellationToken.None);

    private static async Task CopyAsync(string from, string into, CancellationToken cancellationToken)
    {
        var copied = await ExternalProgram.RunAsync("cp", ["-a", $"{from}/.", into], cancellationToken);
        Assert.True(copied.ExitCode == 0, copied.ToString());
    }
}
