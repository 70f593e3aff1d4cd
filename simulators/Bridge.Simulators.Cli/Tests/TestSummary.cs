namespace Bridge.Simulators.Cli.Tests;

/// <summary>Adds test processes up. One that crashed, ran nothing or ended badly without a failed test counts as one failed test.</summary>
internal sealed class TestSummary
{
    private int passed;
    private int failed;
    private int skipped;

    public string ClosingLine => $"{passed} passed, {failed} failed";

    public int Skipped => skipped;

    public int ExitCode => failed == 0 && passed > 0 ? 0 : 1;

    public void Add(RunCounts counts, int exitCode)
    {
        passed += counts.Succeeded;
        skipped += counts.Skipped;
        var bad = counts.Failed + counts.Errors;
        failed += bad == 0 && (exitCode != 0 || counts.Total == 0) ? 1 : bad;
    }
}
