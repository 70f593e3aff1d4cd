using System.Globalization;
using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Clock;

/// <summary>The wall clock of one process, that can be set while it runs; no other clock is touched (tests/peers/clock_step.c).</summary>
internal sealed class WallClock : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("accessbridge-clock-");

    private WallClock()
    {
    }

    private string Library => Path.Combine(folder.FullName, "clock_step.so");

    private string Step => Path.Combine(folder.FullName, "step");

    /// <summary>The variables for the process.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string> { ["LD_PRELOAD"] = Library, ["CLOCK_STEP_FILE"] = Step };

    public static async Task<WallClock> BuildAsync(CancellationToken cancellationToken)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A library is preloaded, which Linux can.");
        var compiler = ExternalProgram.Require("gcc", "gcc libc6-dev");
        var clock = new WallClock();
        clock.Set(TimeSpan.Zero);
        var source = Path.Combine(Built.Root, "tests", "peers", "clock_step.c");
        var end = await ExternalProgram.RunAsync(compiler, ["-shared", "-fPIC", "-O2", "-o", clock.Library, source], cancellationToken);
        Assert.True(end.ExitCode == 0, end.ToString());
        return clock;
    }

    /// <summary>How far it is off from now on.</summary>
    public void Set(TimeSpan error)
    {
        // In one step: the process must never read half of it.
        var draft = Step + ".draft";
        File.WriteAllText(draft, error.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        File.Move(draft, Step, overwrite: true);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
