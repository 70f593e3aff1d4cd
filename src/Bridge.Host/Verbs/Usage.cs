using System.CommandLine;

namespace Bridge.Host.Verbs;

/// <summary>Values that the command line's own rules cannot check.</summary>
internal static class Usage
{
    public static async Task<int> RefuseAsync(ParseResult parsed, string problem)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
        await parsed.InvocationConfiguration.Error.WriteLineAsync("Try: accessbridge --help");
        return ExitCode.Usage;
    }
}
