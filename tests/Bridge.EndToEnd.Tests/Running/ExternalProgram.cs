using System.Diagnostics;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>Programs that a developer may lack: the test is skipped with the reason, but a CI machine must have them.</summary>
internal static class ExternalProgram
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];

    /// <param name="package">The Debian package that has it.</param>
    public static string Require(string name, string package)
    {
        var found = Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            var reason = $"{name} is not installed (Debian: apt-get install {package}).";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        return found;
    }

    /// <summary>Runs to the end and gives both outputs.</summary>
    public static async Task<ProgramEnd> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramEnd(process.ExitCode, await output, await errors);
    }
}
