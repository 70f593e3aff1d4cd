using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Disk;

/// <summary>A disk that misbehaves when it is told to, by a library that is preloaded into the process (tests/peers/disk_fault.c).</summary>
internal sealed class FaultyDisk : IDisposable
{
    public const string ReadOnly = "readonly";
    public const string Failing = "failing";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("accessbridge-faulty-disk-");

    private FaultyDisk()
    {
    }

    private string Library => Path.Combine(folder.FullName, "disk_fault.so");

    private string Mode => Path.Combine(folder.FullName, "mode");

    public static async Task<FaultyDisk> BuildAsync(CancellationToken cancellationToken)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A library is preloaded, which Linux can.");
        var compiler = ExternalProgram.Require("gcc", "gcc libc6-dev");
        var disk = new FaultyDisk();
        var built = await ExternalProgram.RunAsync(
            compiler, ["-shared", "-fPIC", "-O2", "-o", disk.Library, Path.Combine(Built.Root, "tests", "peers", "disk_fault.c"), "-ldl"], cancellationToken);
        Assert.True(built.ExitCode == 0, built.ToString());
        return disk;
    }

    /// <param name="files">The beginning of the paths of the files that are on it.</param>
    public IReadOnlyDictionary<string, string> Under(string files) => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library,
        ["DISK_FAULT_FILES"] = files,
        ["DISK_FAULT_MODE"] = Mode,
    };

    public void Become(string mode)
    {
        // Renamed into place: the process never reads half a word.
        File.WriteAllText(Mode + ".new", mode);
        File.Move(Mode + ".new", Mode, overwrite: true);
    }

    public void Recover() => File.Delete(Mode);

    public void Dispose() => folder.Delete(recursive: true);
}
