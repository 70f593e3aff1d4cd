using System.Globalization;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>
/// A machine whose power can be cut. A library preloaded into the process remembers what each write to the journal replaced until it is synced
/// (tests/peers/power_cut.c); when the process is dead, a program takes back what was not. Directories are not watched: the journal is made once.
/// </summary>
internal sealed class PowerCut : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("accessbridge-power-");

    private PowerCut()
    {
    }

    private string Library => Path.Combine(folder.FullName, "power_cut.so");

    private string Restorer => Path.Combine(folder.FullName, "power_cut_restore");

    private string Logs => Path.Combine(folder.FullName, "logs");

    public static async Task<PowerCut> BuildAsync(CancellationToken cancellationToken)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A library is preloaded, which Linux can.");
        var compiler = ExternalProgram.Require("gcc", "gcc libc6-dev");
        var power = new PowerCut();
        Directory.CreateDirectory(power.Logs);
        var peers = Path.Combine(Built.Root, "tests", "peers");
        string[][] builds =
        [
            ["-shared", "-fPIC", "-O2", "-o", power.Library, Path.Combine(peers, "power_cut.c"), "-ldl", "-lpthread"],
            ["-O2", "-o", power.Restorer, Path.Combine(peers, "power_cut_restore.c")],
        ];
        foreach (var build in builds)
        {
            var end = await ExternalProgram.RunAsync(compiler, build, cancellationToken);
            Assert.True(end.ExitCode == 0, end.ToString());
        }

        return power;
    }

    /// <summary>The variables for a process whose journal is watched, on a disk that needs some time for a sync.</summary>
    public IReadOnlyDictionary<string, string> Watching(string journal, TimeSpan sync) => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library,
        ["POWER_CUT_FILES"] = journal,
        ["POWER_CUT_LOG"] = Logs,
        ["POWER_CUT_SYNC_MS"] = sync.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Leaves the files as the fate has it. The process must be dead, and nobody may have them open.</summary>
    /// <returns>How many writes had not been synced.</returns>
    public async Task<int> LeaveAsync(string dataDirectory, Fate fate, int seed, CancellationToken cancellationToken)
    {
        var mode = fate switch
        {
            Fate.Kill => "kill",
            Fate.None => "none",
            Fate.Some => "some",
        };
        var end = await ExternalProgram.RunAsync(Restorer, [dataDirectory, Logs, mode, seed.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        Assert.True(end.ExitCode == 0, end.ToString());
        return int.Parse(end.Output.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
