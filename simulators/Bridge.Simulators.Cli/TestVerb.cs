using System.CommandLine;
using System.Diagnostics;
using Bridge.Simulators.Cli.Tests;

namespace Bridge.Simulators.Cli;

/// <summary>Builds everything, runs every test project, and closes with the one line that counts.</summary>
internal static class TestVerb
{
    public static Command Create()
    {
        var command = new Command("test", "Build the solution and run all tests; the last line is: N passed, N failed.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    /// <summary>A project whose tests hang is ended and counts as failed: the others still run, and the last line is still printed.</summary>
    private static readonly TimeSpan LongestProject = TimeSpan.FromMinutes(60);

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var root = RepositoryRoot.Find();
        var summary = new TestSummary();
        var failed = new FailedTests();
        if (await DotnetAsync(root, ["build", "AccessBridge.sln", "-v", "q", "-nologo"], _ => { }, cancellationToken) != 0)
        {
            Console.WriteLine("The solution does not build.");
            Console.WriteLine("0 passed, 1 failed");
            return 1;
        }

        foreach (var project in Projects(root))
        {
            var counted = new RunCounts();
            void Told(string line)
            {
                counted.Take(line);
                failed.Take(line);
            }

            var exit = await DotnetAsync(root, ["test", "--project", project, "--no-build"], Told, cancellationToken);
            summary.Add(counted, exit);
        }

        foreach (var line in failed.Lines)
        {
            Console.WriteLine(line);
        }

        if (summary.Skipped > 0)
        {
            Console.WriteLine($"{summary.Skipped} skipped: each says above what it needs.");
        }

        Console.WriteLine(summary.ClosingLine);
        return summary.ExitCode;
    }

    // One after the other: the real-time tests share two cores with nobody.
    private static IEnumerable<string> Projects(DirectoryInfo root) => Directory
        .EnumerateFiles(Path.Combine(root.FullName, "tests"), "*.csproj", SearchOption.AllDirectories)
        .Where(project => File.ReadAllText(project).Contains("<IsTestProject>true", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static async Task<int> DotnetAsync(DirectoryInfo root, string[] arguments, Action<string> told, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root.FullName, RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestProject);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                told(line);
                Console.WriteLine(line);
            }

            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            Console.WriteLine($"dotnet {string.Join(' ', arguments)} was ended after {LongestProject.TotalMinutes:0} minutes.");
            return 1;
        }
    }
}
