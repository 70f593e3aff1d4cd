using System.Diagnostics;

namespace Bridge.Outbound.Tests.Brokers;

/// <summary>Programs that a developer may lack: the test is skipped with the reason, but a CI machine must have them.</summary>
public static class ExternalProgram
{
    public static string Require(params string[] candidates)
    {
        string? found = candidates.FirstOrDefault(File.Exists);
        if (found is null)
        {
            string reason = $"{candidates[0]} is not installed (Debian: apt-get install mosquitto mosquitto-clients).";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }

        return found;
    }

    public static Process Start(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
