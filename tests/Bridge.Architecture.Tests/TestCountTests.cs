using Bridge.Simulators.Cli.Tests;

namespace Bridge.Architecture.Tests;

/// <summary>The closing line of the test command, from the ends of outputs as the runner prints them.</summary>
public sealed class TestCountTests
{
    private const string Good = "Test run summary: Passed!\n  total: 14\n  failed: 0\n  succeeded: 12\n  skipped: 2\n  duration: 772ms";
    private const string Bad = "Test run summary: Failed!\n  total: 13\n  failed: 1\n  succeeded: 12\n  skipped: 0\n  duration: 1s 2ms";
    private const string Crash = "Test run summary: Failed!\n  error: 1\n  total: 7\n  failed: 0\n  succeeded: 7\n  skipped: 0\n  duration: 1s 2ms";
    private const string None = "Test run summary: Zero tests ran\n  total: 0\n  failed: 0\n  succeeded: 0\n  skipped: 0\n  duration: 90ms";
    private const string NotBuilt = "A.cs(1,1): error CS1002: ; expected";

    [Theory]
    [InlineData(Good, 0, "12 passed, 0 failed", 0, "all is well")]
    [InlineData(Bad, 2, "12 passed, 1 failed", 1, "one test failed")]
    [InlineData(Crash, 134, "7 passed, 1 failed", 1, "the process crashed and says failed: 0")]
    [InlineData(None, 8, "0 passed, 1 failed", 1, "no test is no success")]
    [InlineData(NotBuilt, 1, "0 passed, 1 failed", 1, "nothing was built")]
    [InlineData(Good, 1, "12 passed, 1 failed", 1, "the exit code says that something went wrong")]
    public void OneProcessIsCounted(string output, int exitCode, string line, int verdict, string why)
    {
        var summary = new TestSummary();
        summary.Add(Counted(output), exitCode);
        Assert.True((summary.ClosingLine, summary.ExitCode) == (line, verdict), $"{why}: {summary.ClosingLine}, {summary.ExitCode}");
    }

    [Fact]
    public void ProcessesAddUp()
    {
        var summary = new TestSummary();
        summary.Add(Counted(Good), 0);
        summary.Add(Counted(Crash), 134);
        summary.Add(Counted(Good), 0);
        Assert.Equal("31 passed, 1 failed", summary.ClosingLine);
        Assert.Equal(4, summary.Skipped);
        Assert.Equal(1, summary.ExitCode);
    }

    [Fact]
    public void NothingAtAllIsNoSuccess() => Assert.Equal(1, new TestSummary().ExitCode);

    [Fact]
    public void WhatFailedIsSaidOnceMoreWithoutTheOutputBelowIt()
    {
        var failed = new FailedTests();
        foreach (var line in "failed A.B.C (2s)\n  expected 1\n    at A.B.C()\nskipped A.B.D\n  needs Chromium\nfailed A.B.E (1s)\n  came 2\nTest run summary: Failed!\n  total: 3".Split('\n'))
        {
            failed.Take(line);
        }

        Assert.Equal(["failed A.B.C (2s)", "  expected 1", "    at A.B.C()", "failed A.B.E (1s)", "  came 2"], failed.Lines);
    }

    [Fact]
    public void AThousandFailuresAreNotSaidTwiceInFull()
    {
        var failed = new FailedTests();
        for (var test = 0; test < 1000; test++)
        {
            failed.Take($"failed A.B.C{test} (2s)");
            foreach (var place in Enumerable.Range(0, 100))
            {
                failed.Take($"    at A.B.C{place}()");
            }
        }

        var lines = failed.Lines.ToList();
        Assert.Equal(20 * 15 + 1, lines.Count);
        Assert.Equal("... and 980 more that failed", lines[^1]);
    }

    private static RunCounts Counted(string output)
    {
        var counts = new RunCounts();
        foreach (var line in output.Split('\n'))
        {
            counts.Take(line);
        }

        return counts;
    }
}
